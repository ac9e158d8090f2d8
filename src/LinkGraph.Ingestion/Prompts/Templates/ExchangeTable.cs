namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// All exchanges with a prompt, in an order that depends on what they are and not on when they came. Exchange <c>e</c> shows the anchors
/// <c>[Offsets[e]..Offsets[e + 1]]</c>: only those that another exchange shows too.
/// </summary>
internal sealed class ExchangeTable
{
    /// <summary>Ids, sorted ordinally; an account's number is its place here.</summary>
    public required string[] Accounts { get; init; }

    /// <summary>By exchange: the account's number.</summary>
    public required int[] AccountOf { get; init; }

    /// <summary>By exchange: seconds since 1970.</summary>
    public required long[] At { get; init; }

    /// <summary>By exchange: how many anchors its prompt has, shared or not.</summary>
    public required ushort[] AnchorCount { get; init; }

    /// <summary>One entry more than exchanges.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>The anchors shown: hashes at first, numbers of shared anchors once <see cref="SharedAnchors"/> has counted them.</summary>
    public required uint[] Shown { get; init; }

    /// <summary>Beside <see cref="Shown"/>: where in the prompt.</summary>
    public required ushort[] Position { get; init; }

    public int Count => AccountOf.Length;
}
