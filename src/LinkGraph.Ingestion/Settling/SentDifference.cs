using System.Collections;
using System.Globalization;
using LinkGraph.Ingestion.Prompts.Templates;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Settling;

/// <summary>
/// What must change in the graph for its templates to be those of an outcome. It is shown what the graph holds, row by row, and keeps
/// only what differs.
/// </summary>
internal sealed class SentDifference
{
    private readonly TemplateOutcome _wanted;
    private readonly Dictionary<string, int> _accounts;
    private readonly BitArray _usesThatStand;
    private readonly BitArray _totalsThatStand;
    private readonly List<(string Account, string Signature)> _removed = [];
    private readonly List<string> _cleared = [];

    public SentDifference(TemplateOutcome wanted)
    {
        _wanted = wanted;
        _accounts = new Dictionary<string, int>(wanted.Accounts.Length, StringComparer.Ordinal);
        for (int a = 0; a < wanted.Accounts.Length; a++)
        {
            _accounts.Add(wanted.Accounts[a], a);
        }
        _usesThatStand = new BitArray(wanted.UseTemplate.Length);
        _totalsThatStand = new BitArray(wanted.Accounts.Length);
    }

    /// <summary>Takes note of a use that the graph holds.</summary>
    public void See(SentRow row)
    {
        int use = FindUse(row.Account, row.Signature);
        if (use < 0)
        {
            _removed.Add((row.Account, row.Signature));
        }
        else if (row.Count == _wanted.UseCount[use] && row.Seen == SpanOf(use))
        {
            _usesThatStand[use] = true;
        }
    }

    /// <summary>Takes note of the totals that the graph holds of an account. None at all are as good as zero.</summary>
    public void See(PromptTotalsRow row)
    {
        if (!_accounts.TryGetValue(row.Account, out int account))
        {
            if (row.Prompts != 0 || row.OwnPrompts != 0)
            {
                _cleared.Add(row.Account);
            }
        }
        else if (row.Prompts == _wanted.Prompts[account] && row.OwnPrompts == _wanted.OwnPrompts[account])
        {
            _totalsThatStand[account] = true;
        }
    }

    /// <summary>The changes in pieces of so many rows: what goes, what comes (by template, then account), totals. The same for the same graph and outcome.</summary>
    public IEnumerable<SentChanges> Batches(int size)
    {
        _removed.Sort(static (x, y) =>
            string.CompareOrdinal(x.Account, y.Account) is var order && order != 0 ? order : string.CompareOrdinal(x.Signature, y.Signature));
        _cleared.Sort(StringComparer.Ordinal);
        foreach ((string Account, string Signature)[] piece in _removed.Chunk(size))
        {
            yield return new SentChanges([], piece, []);
        }
        foreach (SentRow[] piece in ToSet().Chunk(size))
        {
            yield return new SentChanges(piece, [], []);
        }
        foreach (PromptTotalsRow[] piece in Totals().Chunk(size))
        {
            yield return new SentChanges([], [], piece);
        }
    }

    private IEnumerable<SentRow> ToSet()
    {
        List<ulong> keys = [];
        List<int> uses = [];
        for (int a = 0; a < _wanted.Accounts.Length; a++)
        {
            for (int use = _wanted.UseOffsets[a]; use < _wanted.UseOffsets[a + 1]; use++)
            {
                if (!_usesThatStand[use])
                {
                    keys.Add(((ulong)_wanted.UseTemplate[use] << 32) | (uint)a);
                    uses.Add(use);
                }
            }
        }
        ulong[] sorted = [.. keys];
        int[] order = RadixSort.Order(sorted);
        for (int i = 0; i < sorted.Length; i++)
        {
            int use = uses[order[i]];
            yield return new SentRow(
                _wanted.Accounts[(int)(uint)sorted[i]], _wanted.TemplateId(_wanted.UseTemplate[use]), _wanted.UseCount[use], SpanOf(use));
        }
    }

    private IEnumerable<PromptTotalsRow> Totals()
    {
        foreach (string account in _cleared)
        {
            yield return new PromptTotalsRow(account, 0, 0);
        }
        for (int a = 0; a < _wanted.Accounts.Length; a++)
        {
            if (!_totalsThatStand[a])
            {
                yield return new PromptTotalsRow(_wanted.Accounts[a], _wanted.Prompts[a], _wanted.OwnPrompts[a]);
            }
        }
    }

    private Span SpanOf(int use) =>
        new(DateTimeOffset.FromUnixTimeSeconds(_wanted.UseFirst[use]), DateTimeOffset.FromUnixTimeSeconds(_wanted.UseLast[use]));

    private int FindUse(string account, string signature)
    {
        if (!_accounts.TryGetValue(account, out int a)
            || !uint.TryParse(signature, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint anchor))
        {
            return -1;
        }
        int template = Array.BinarySearch(_wanted.Templates, anchor);
        // 0000002a and 2A are one number, but only one of them is the id of a template.
        if (template < 0 || !string.Equals(signature, _wanted.TemplateId(template), StringComparison.Ordinal))
        {
            return -1;
        }
        int from = _wanted.UseOffsets[a];
        return Array.BinarySearch(_wanted.UseTemplate, from, _wanted.UseOffsets[a + 1] - from, template);
    }
}
