using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Scenarios;

/// <summary>
/// What operators of one kind may be like; each is drawn from it once (<see cref="Operators.OperatorStyle"/>). Shares are 0 to 1, the rest
/// as said.
/// </summary>
internal sealed record OperatorSettings
{
    /// <summary>How many operators.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Accounts: the median where <see cref="SizeSigma"/> is not 0.</summary>
    public required Interval Size { get; init; }

    public double SizeSigma { get; init; }

    /// <summary>Countries that its accounts say they are from.</summary>
    public Interval Countries { get; init; } = (1, 4);

    // exits

    /// <summary>Kinds to draw from, one named twice twice as often.</summary>
    public IReadOnlyList<ExitKind> Exits { get; init; } = [ExitKind.Own];

    /// <summary>How many draws.</summary>
    public Interval ExitKinds { get; init; } = (1, 2);

    public Interval ExitsPerAccount { get; init; } = (2, 8);

    public Interval OwnExitsPerAccount { get; init; } = (0.7, 2);

    /// <summary>Probability that own exits lie in whole /24 blocks instead of anywhere.</summary>
    public double OwnBlocks { get; init; }

    /// <summary>Own exits that the intelligence feed knows.</summary>
    public Interval OwnExitsListed { get; init; }

    /// <summary>Resale networks that it rents from.</summary>
    public Interval NetworksRented { get; init; } = 1;

    /// <summary>Accounts that have some resale exits besides.</summary>
    public Interval Renting { get; init; }

    /// <summary>Accounts that have an address of carrier NAT besides.</summary>
    public double CarrierNat { get; init; }

    /// <summary>Accounts behind a home-like address of their own.</summary>
    public Interval Homely { get; init; }

    /// <summary>Probability that no exit is used twice.</summary>
    public double NeverTwice { get; init; }

    /// <summary>Probability that its exits are rented by the day.</summary>
    public double DayExits { get; init; }

    /// <summary>Accounts that live in the home of one honest person each, and leave it seldom.</summary>
    public Interval Lodging { get; init; }

    // money

    public IReadOnlyList<PaymentKind> Payments { get; init; } = [PaymentKind.Pooled];

    /// <summary>Accounts that pay, where it pays at all.</summary>
    public double Paying { get; init; } = 1;

    public Interval AccountsPerCard { get; init; } = (3, 8);

    /// <summary>Accounts with a card of their own where the others share a pool.</summary>
    public Interval OwnCard { get; init; }

    /// <summary>True where its cards come from issuers that honest people do not have.</summary>
    public bool OwnIssuers { get; init; }

    // sign-up

    /// <summary>Probability that accounts are opened one by one instead of in waves.</summary>
    public double Drip { get; init; }

    /// <summary>Accounts opened in one wave.</summary>
    public Interval Wave { get; init; } = (20, 300);

    /// <summary>Accounts banned in the course of time.</summary>
    public double Banned { get; init; } = 0.08;

    /// <summary>Accounts that take over from a banned one.</summary>
    public Interval Replaced { get; init; }

    /// <summary>Accounts bought from people, who used them honestly for months.</summary>
    public Interval BoughtAccounts { get; init; }

    // the rest

    public IReadOnlyList<MailKind> Mails { get; init; } = [MailKind.Throwaway, MailKind.Bought, MailKind.Big];

    public IReadOnlyList<ClientKind> Clients { get; init; } = [ClientKind.Popular, ClientKind.Spoofed];

    /// <summary>Probability that prompts are wrapped in a popular client's system prompts.</summary>
    public double Wrapped { get; init; }

    /// <summary>Templates it has, for each account, to the power of ½.</summary>
    public Interval Templates { get; init; } = (0.6, 1.7);

    /// <summary>Words of a template that each use replaces.</summary>
    public Interval Edit { get; init; }

    /// <summary>Innocent traffic.</summary>
    public Interval Cover { get; init; }

    /// <summary>True where the innocent traffic is all chat, as people's is where they have no tasks of their own.</summary>
    public bool CoverIsChat { get; init; }

    /// <summary>Probability that one dispatcher drives all accounts in bursts.</summary>
    public double Bursts { get; init; }

    /// <summary>Probability that all traffic moves to a new model within a day.</summary>
    public double Pivots { get; init; } = 0.5;

    public required Volume Volume { get; init; }
}
