using System.Text;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>Prompts of accounts, made into sketch batches as ingestion makes them.</summary>
internal static class Sketches
{
    public sealed record Exchange(string Account, long At, string Prompt);

    public static SketchBatch Batch(IEnumerable<Exchange> exchanges)
    {
        PromptSketcher sketcher = new();
        Anchor[] room = new Anchor[PromptSketcher.MaxAnchors];
        List<string> accounts = [];
        List<int> accountOf = [];
        List<long> at = [];
        List<int> offsets = [0];
        List<Anchor> anchors = [];
        foreach (Exchange exchange in exchanges)
        {
            int account = accounts.IndexOf(exchange.Account);
            if (account < 0)
            {
                account = accounts.Count;
                accounts.Add(exchange.Account);
            }
            accountOf.Add(account);
            at.Add(exchange.At);
            anchors.AddRange(room.AsSpan(0, sketcher.Sketch(Encoding.UTF8.GetBytes(exchange.Prompt), room)).ToArray());
            offsets.Add(anchors.Count);
        }
        return new SketchBatch([.. accounts], [.. accountOf], [.. at], [.. offsets], [.. anchors]);
    }

    /// <summary>One line an exchange, so that batches can be compared.</summary>
    public static IEnumerable<string> Lines(SketchBatch batch) => Enumerable.Range(0, batch.Count).Select(e =>
        $"{batch.Accounts[batch.AccountOf[e]]} {batch.AtUnixSeconds[e]} {string.Join(',', batch.Anchors[batch.AnchorOffsets[e]..batch.AnchorOffsets[e + 1]])}");

    public static IEnumerable<string> Lines(ISketchReader reader) => Enumerable.Range(0, reader.BatchCount).SelectMany(i => Lines(reader.ReadBatch(i)));
}
