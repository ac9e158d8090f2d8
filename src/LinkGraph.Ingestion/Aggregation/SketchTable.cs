using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Collects the sketches of a window's prompts; the prompts themselves are read once and never kept.</summary>
internal sealed class SketchTable
{
    private readonly PromptSketcher _sketcher = new();
    private readonly List<int> _accountOf = [];
    private readonly List<long> _at = [];
    private readonly List<int> _offsets = [0];
    private Anchor[] _anchors = new Anchor[16 * PromptSketcher.MaxAnchors];
    private int _used;

    public void Add(int account, long ticks, ReadOnlySpan<byte> prompt)
    {
        if (_anchors.Length - _used < PromptSketcher.MaxAnchors)
        {
            Array.Resize(ref _anchors, _anchors.Length * 2);
        }
        _used += _sketcher.Sketch(prompt, _anchors.AsSpan(_used, PromptSketcher.MaxAnchors));
        _accountOf.Add(account);
        _at.Add((ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        _offsets.Add(_used);
    }

    /// <summary>Hands over the sketches and is empty again.</summary>
    /// <param name="accounts">Ids of the window's accounts by number; only those with a prompt are handed over.</param>
    public SketchBatch Take(string[] accounts)
    {
        int[] numberOf = new int[accounts.Length];
        List<string> named = [];
        int[] accountOf = new int[_accountOf.Count];
        for (int i = 0; i < accountOf.Length; i++)
        {
            ref int number = ref numberOf[_accountOf[i]];
            if (number == 0)
            {
                named.Add(accounts[_accountOf[i]]);
                number = named.Count;
            }
            accountOf[i] = number - 1;
        }
        var batch = new SketchBatch([.. named], accountOf, [.. _at], [.. _offsets], _anchors.AsSpan(0, _used).ToArray());
        _accountOf.Clear();
        _at.Clear();
        _offsets.Clear();
        _offsets.Add(0);
        _used = 0;
        return batch;
    }
}
