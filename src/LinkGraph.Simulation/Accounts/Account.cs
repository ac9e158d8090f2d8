using LinkGraph.Model.Records;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Accounts;

/// <summary>An account with its habits, made when its records are written and then forgotten. Times are Unix seconds.</summary>
internal sealed record Account
{
    public required long Created { get; init; }

    public required string MailUser { get; init; }

    public required string MailDomain { get; init; }

    /// <summary>As the service knows it; null: it does not.</summary>
    public required string? Country { get; init; }

    public string? Organisation { get; init; }

    public AccountStatus Status { get; init; }

    /// <summary>Since when the account is what <see cref="Status"/> says; nothing happens in it from then on. Null while active.</summary>
    public long? StatusSince { get; init; }

    public IReadOnlyList<Card> Cards { get; init; } = [];

    public required int Exchanges { get; init; }

    public required IWhereabouts Where { get; init; }

    public required ISpeech Says { get; init; }

    public required IRhythm When { get; init; }

    public required ClientUse Client { get; init; }

    public required ModelUse Models { get; init; }

    /// <summary>The home of a person; null for scripts.</summary>
    public Home? Home { get; init; }

    /// <summary>Its sale to an operator; null: it was never sold.</summary>
    public Handover? Sold { get; init; }

    /// <summary>Who the account belongs to, for the truth; null: ambiguous, left out of it.</summary>
    public required string? Entity { get; init; }

    /// <summary>The operator that runs it; null: honest.</summary>
    public string? Operator { get; init; }
}
