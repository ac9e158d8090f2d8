namespace LinkGraph.Ingestion.Prompts;

/// <summary>What remains of the prompts of one batch, in columns. Only exchanges with a prompt are in it.</summary>
/// <param name="Accounts">Ids of the accounts that the batch names.</param>
/// <param name="AccountOf">By exchange: index into <paramref name="Accounts"/>.</param>
/// <param name="AtUnixSeconds">By exchange: when it took place, in seconds since 1970-01-01 UTC.</param>
/// <param name="AnchorOffsets">Exchange <c>e</c> has <c>Anchors[AnchorOffsets[e]..AnchorOffsets[e + 1]]</c>; one entry more than exchanges, first 0.</param>
/// <param name="Anchors">As <see cref="PromptSketcher"/> gives them: no hash twice in an exchange.</param>
public sealed record SketchBatch(string[] Accounts, int[] AccountOf, long[] AtUnixSeconds, int[] AnchorOffsets, Anchor[] Anchors)
{
    /// <summary>Exchanges in the batch.</summary>
    public int Count => AccountOf.Length;
}
