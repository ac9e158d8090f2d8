using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.People;

/// <summary>What people have in common who live, work or learn together, or just met. All of it may be missing; shares are 0 to 1.</summary>
internal sealed record Bond
{
    public Country? Country { get; init; }

    public uint[] Addresses { get; init; } = [];

    /// <summary>How much of what a member does happens at <see cref="Addresses"/>.</summary>
    public double There { get; init; }

    public Template[] Tasks { get; init; } = [];

    /// <summary>How much of what a member says comes from <see cref="Tasks"/>.</summary>
    public double Share { get; init; }

    /// <summary>When members sign up, in Unix seconds.</summary>
    public (long From, long Until)? SignUp { get; init; }

    /// <summary>Members who sign up then; the others any time.</summary>
    public double SignUpShare { get; init; } = 1;

    public string? MailDomain { get; init; }

    public double MailShare { get; init; } = 1;

    public ClientUse? Client { get; init; }

    public double ClientShare { get; init; } = 1;

    /// <summary>The card they pay with.</summary>
    public Card? Card { get; init; }

    public double CardShare { get; init; } = 1;

    /// <summary>Members without the common card who have one of their own; null: as many as among people.</summary>
    public double? OwnCard { get; init; }

    /// <summary>How busy they are, against people.</summary>
    public double Activity { get; init; } = 1;

    /// <summary>When they act; null: as people do.</summary>
    public IRhythm? When { get; init; }

    public string? Organisation { get; init; }

    /// <summary>False where it is a matter of taste whether they are one entity: they are left out of the truth.</summary>
    public bool Judged { get; init; } = true;
}
