using LinkGraph.Model.Evidence;

namespace LinkGraph.Resolution.Evidence;

/// <summary>
/// The evidence as columns: accounts by number, facts by number (grouped by kind, then facet, then key), and who has what in compressed
/// rows both ways. Nothing in it changes after it is built.
/// </summary>
internal sealed class World
{
    internal const int Kinds = 7;

    /// <summary>Sorted ordinally.</summary>
    public required string[] AccountIds { get; init; }

    /// <summary>Exchanges with a prompt, by account.</summary>
    public required float[] Told { get; init; }

    /// <summary>Of those, the ones in the account's own words.</summary>
    public required float[] Own { get; init; }

    public required FacetDefinition[] Facets { get; init; }

    public required string[][] FactKeys { get; init; }

    /// <summary>First fact of each facet, one more than facets.</summary>
    public required int[] FacetStart { get; init; }

    /// <summary>First fact of each kind, one more than kinds.</summary>
    public required int[] KindStart { get; init; }

    public required byte[] FacetOf { get; init; }

    public required int[] FactStart { get; init; }

    public required int[] FactAccounts { get; init; }

    public required float[] FactWeights { get; init; }

    /// <summary>Facts of account a and kind k: AccountFacts[AccountStart[a * Kinds + k]..AccountStart[a * Kinds + k + 1]], ascending.</summary>
    public required int[] AccountStart { get; init; }

    public required int[] AccountFacts { get; init; }

    public required float[] AccountWeights { get; init; }

    /// <summary>By address, from the first: the block that one party has to itself (/24, /64).</summary>
    public required int[] BlockOfAddress { get; init; }

    /// <summary>By address, from the first: the block whose people tell where it is (/24, /48).</summary>
    public required int[] RegionOfAddress { get; init; }

    public int Accounts => AccountIds.Length;

    public int Facts => FacetOf.Length;

    public int Degree(int fact) => FactStart[fact + 1] - FactStart[fact];

    public ReadOnlySpan<int> Users(int fact) => FactAccounts.AsSpan(FactStart[fact], FactStart[fact + 1] - FactStart[fact]);

    public FactRange Of(FactKind kind) => new(KindStart[(int)kind], KindStart[(int)kind + 1]);

    public bool Has(FactKind kind) => !Of(kind).IsEmpty;

    /// <summary>Where an account's facts of a kind lie in <see cref="AccountFacts"/>.</summary>
    public FactRange Of(int account, FactKind kind)
    {
        var i = (account * Kinds) + (int)kind;
        return new(AccountStart[i], AccountStart[i + 1]);
    }

    public ReadOnlySpan<int> FactsOf(int account, FactKind kind)
    {
        var r = Of(account, kind);
        return AccountFacts.AsSpan(r.Start, r.Length);
    }

    public int BlockOf(int address) => BlockOfAddress[address - KindStart[(int)FactKind.Address]];

    public int RegionOf(int address) => RegionOfAddress[address - KindStart[(int)FactKind.Address]];

    public string KeyOf(int fact)
    {
        var facet = FacetOf[fact];
        return FactKeys[facet][fact - FacetStart[facet]];
    }
}
