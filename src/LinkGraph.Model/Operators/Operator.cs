namespace LinkGraph.Model.Operators;

/// <summary>An account belongs to an operator.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Confidence">0 to 1: how much better the operator explains the account than chance does.</param>
public sealed record Membership(string Account, double Confidence);

/// <summary>A strong tie between two members, for people to look at; membership does not depend on it.</summary>
/// <param name="A">The ordinally smaller account id.</param>
/// <param name="B">The larger.</param>
/// <param name="Bits">How surprising what both share is among people of their context, in bits.</param>
/// <param name="Facets">Names of the facets both share, sorted.</param>
public sealed record Link(string A, string B, double Bits, IReadOnlyList<string> Facets);

/// <summary>A fact that an operator's members have in common.</summary>
/// <param name="Facet">The facet's name.</param>
/// <param name="Fact">The fact's key.</param>
/// <param name="Accounts">Members that have it.</param>
/// <param name="Share">Of the members, 0 to 1.</param>
/// <param name="Lift">How many times more usual among members than among all accounts.</param>
public sealed record FactUse(string Facet, string Fact, int Accounts, double Share, double Lift);

/// <summary>What kind of entity a cluster is. Who belongs together is one question, whether that is abuse another.</summary>
public enum EntityKind
{
    /// <summary>Accounts that one party runs: their sharing explains what they do.</summary>
    Operator,

    /// <summary>A company or a household: people with lives of their own who pay together.</summary>
    Shared,
}

/// <summary>Why a cluster stands: what is left of an ordinary life beside what its members share, by family, and which families bind.</summary>
/// <param name="LifeLeft">By family: the private share of its members' activity against what is usual for people as active; 1 is ordinary, 0 nothing. Families without evidence are absent.</param>
/// <param name="BoundBy">Families that bind most of its members.</param>
public sealed record Standing(IReadOnlyDictionary<Evidence.Family, double> LifeLeft, IReadOnlyList<Evidence.Family> BoundBy);

/// <summary>A cluster of two accounts or more that one party runs.</summary>
/// <param name="Id">Stable for the same members in any order: derived from the ordinally smallest member.</param>
/// <param name="Kind">Operator, or an entity of people who pay together.</param>
/// <param name="Members">Sorted by account id.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Standing">Why it stands.</param>
/// <param name="Uses">The facts that tell most about it, most telling first.</param>
/// <param name="Links">The few strongest ties of each member.</param>
public sealed record Operator(
    string Id, EntityKind Kind, IReadOnlyList<Membership> Members, double Confidence, Standing Standing,
    IReadOnlyList<FactUse> Uses, IReadOnlyList<Link> Links);
