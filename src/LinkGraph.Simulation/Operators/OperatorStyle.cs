using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation.Operators;

/// <summary>How one operator works, drawn from what operators of its kind may be like (<see cref="OperatorSettings"/>, where each is explained).</summary>
internal sealed record OperatorStyle
{
    public required int Countries { get; init; }

    public required ExitKind[] Exits { get; init; }

    public required Interval ExitsPerAccount { get; init; }

    public required double OwnExitsPerAccount { get; init; }

    public required bool OwnBlocks { get; init; }

    public required double OwnExitsListed { get; init; }

    public required int NetworksRented { get; init; }

    public required double Renting { get; init; }

    public required double CarrierNat { get; init; }

    public required double Homely { get; init; }

    public required bool NeverTwice { get; init; }

    public required bool DayExits { get; init; }

    public required double Lodging { get; init; }

    public required PaymentKind Payment { get; init; }

    public required double Paying { get; init; }

    public required double AccountsPerCard { get; init; }

    public required double OwnCard { get; init; }

    public required bool OwnIssuers { get; init; }

    public required bool Drip { get; init; }

    public required double Wave { get; init; }

    public required double Banned { get; init; }

    public required double Replaced { get; init; }

    public required double BoughtAccounts { get; init; }

    public required MailKind Mail { get; init; }

    public required ClientKind Client { get; init; }

    public required bool Wrapped { get; init; }

    public required double Templates { get; init; }

    public required double Edit { get; init; }

    public required double Cover { get; init; }

    public required bool CoverIsChat { get; init; }

    public required bool Bursts { get; init; }

    public required bool Pivots { get; init; }

    public required Volume Volume { get; init; }

    /// <param name="kind">What it may be like.</param>
    /// <param name="covert">True: its issuers, clients and mail domains are those of honest people.</param>
    /// <param name="rng">Draws it.</param>
    public static OperatorStyle Draw(OperatorSettings kind, bool covert, Rng rng) => new()
    {
        Countries = kind.Countries.Whole(rng),
        Exits = Many.Of(kind.ExitKinds.Whole(rng), () => rng.Pick(kind.Exits)),
        ExitsPerAccount = kind.ExitsPerAccount,
        OwnExitsPerAccount = rng.In(kind.OwnExitsPerAccount),
        OwnBlocks = rng.Chance(kind.OwnBlocks),
        OwnExitsListed = rng.In(kind.OwnExitsListed),
        NetworksRented = kind.NetworksRented.Whole(rng),
        Renting = rng.In(kind.Renting),
        CarrierNat = kind.CarrierNat,
        Homely = rng.In(kind.Homely),
        NeverTwice = rng.Chance(kind.NeverTwice),
        DayExits = kind.DayExits > 0 && rng.Chance(kind.DayExits),
        Lodging = IfAny(kind.Lodging, rng),
        Payment = rng.Pick(kind.Payments),
        Paying = kind.Paying,
        AccountsPerCard = rng.In(kind.AccountsPerCard),
        OwnCard = rng.In(kind.OwnCard),
        OwnIssuers = kind.OwnIssuers && !covert,
        Drip = rng.Chance(kind.Drip),
        Wave = rng.In(kind.Wave),
        Banned = kind.Banned,
        Replaced = rng.In(kind.Replaced),
        BoughtAccounts = IfAny(kind.BoughtAccounts, rng),
        Mail = covert ? MailKind.Bought : rng.Pick(kind.Mails),
        Client = covert ? ClientKind.Spoofed : rng.Pick(kind.Clients),
        Wrapped = rng.Chance(kind.Wrapped),
        Templates = rng.In(kind.Templates),
        Edit = rng.In(kind.Edit),
        Cover = rng.In(kind.Cover),
        CoverIsChat = kind.CoverIsChat,
        Bursts = rng.Chance(kind.Bursts),
        Pivots = rng.Chance(kind.Pivots),
        Volume = kind.Volume,
    };

    // what a kind does not have draws nothing: worlds without it are what they were before it was thought of
    private static double IfAny(Interval share, Rng rng) => share == default ? 0 : rng.In(share);
}
