using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Records;

/// <summary>
/// Step: what each level of likeness in each field says, learnt without labels (Fellegi and Sunter's model by expectation maximisation on
/// the candidates): how often it occurs among pairs of the same and among pairs of different, and what share of the pairs are the same.
/// </summary>
internal sealed class LinkageModel
{
    private const int Rounds = 60;

    /// <summary>Share of all pairs that are thought to be at every level, whatever was seen.</summary>
    private const double Smoothing = 1e-4;

    /// <summary>Share of the pairs that are the same, before anything is known.</summary>
    private const double FirstShare = 0.1;

    /// <summary>So many pairs' worth of what was thought at first stays, so that a handful of records does not teach nonsense.</summary>
    private const double FirstPairs = 10;

    private const double Log2E = 1.4426950408889634;

    /// <summary>Where expectation maximisation sets out for pairs of the same: most are equal, the rest may be anything.</summary>
    private static readonly double[] FirstSame = [0.5, 0.12, 0.08, 0.06, 0.05, 0.04, 0.04, 0.04, 0.03, 0.04];

    private readonly RecordTable _records;
    private readonly Comparison _comparison;
    private readonly double _rarity;
    private readonly double[][] _same;
    private readonly double[][] _different;
    private readonly double[][] _first;
    private double _share = FirstShare;

    private LinkageModel(RecordTable records, Comparison comparison, double rarity)
    {
        (_records, _comparison, _rarity) = (records, comparison, rarity);
        _same = Array.ConvertAll(records.Fields, _ => (double[])FirstSame.Clone());
        _different = Array.ConvertAll(records.Fields, _ => new double[Comparison.Levels]);
        _first = new double[records.Fields.Length][];
    }

    /// <summary>Of the candidates, how many are the same, 0 to 1.</summary>
    public double Share => _share;

    /// <summary>By field and level: how often pairs of the same have it.</summary>
    public double[][] Same => _same;

    /// <summary>By field and level: how often pairs of different have it.</summary>
    public double[][] Different => _different;

    public static LinkageModel Learn(
        RecordTable records, Comparison comparison, (int A, int B)[] pairs, ResolutionSettings settings, CancellationToken cancellationToken)
    {
        var model = new LinkageModel(records, comparison, settings.ValueRarity);
        var seen = model.Patterns(pairs, cancellationToken);
        model.BeginWith(seen);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            model.Improve(seen);
        }

        return model;
    }

    /// <summary>Bits for two records being the same, against their being different; 0 is even odds.</summary>
    public double Bits(int a, int b)
    {
        Span<byte> levels = stackalloc byte[_records.Fields.Length];
        _comparison.Compare(a, b, levels);
        var bits = LogOdds(levels) * Log2E;
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] == 0)
            {
                bits += Rarity(_records.Fields[f], a, b);
            }
        }

        return bits;
    }

    /// <summary>Fields in which both say the same.</summary>
    public List<string> Alike(int a, int b)
    {
        var levels = new byte[_records.Fields.Length];
        _comparison.Compare(a, b, levels);
        return [.. _records.Fields.Where((_, f) => levels[f] == 0).Select(field => field.Name).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A rare value in common says more than a common one. Half of it counts, as rare values come with each other.</summary>
    private double Rarity(RecordField field, int a, int b)
    {
        double best = double.NegativeInfinity;
        foreach (var value in field.Of.Of(a))
        {
            if (field.Of.Of(b).Contains(value))
            {
                best = Math.Max(best, Math.Log2(field.Meeting * field.Total / field.Having[value]));
            }
        }

        return double.IsInfinity(best) ? 0 : _rarity * best;
    }

    private double LogOdds(ReadOnlySpan<byte> levels)
    {
        var odds = Math.Log(_share / (1 - _share));
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] != Comparison.Missing)
            {
                odds += Math.Log(_same[f][levels[f]] / _different[f][levels[f]]);
            }
        }

        return odds;
    }

    /// <summary>Most candidates are different: to begin with, what all of them share is what different records share.</summary>
    private void BeginWith(List<(byte[] Levels, int Count)> patterns)
    {
        var counts = Array.ConvertAll(_records.Fields, _ => new double[Comparison.Levels]);
        foreach (var (levels, count) in patterns)
        {
            for (var f = 0; f < levels.Length; f++)
            {
                if (levels[f] != Comparison.Missing)
                {
                    counts[f][levels[f]] += count;
                }
            }
        }

        for (var f = 0; f < counts.Length; f++)
        {
            Normalise(counts[f], _different[f]);
            _first[f] = (double[])_different[f].Clone();
        }
    }

    /// <summary>Each pattern of levels that occurs, and how often, sorted.</summary>
    private List<(byte[] Levels, int Count)> Patterns((int A, int B)[] pairs, CancellationToken cancellationToken)
    {
        var fields = _records.Fields.Length;
        var levels = new byte[pairs.Length * fields];
        Ranges.For(pairs.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                _comparison.Compare(pairs[i].A, pairs[i].B, levels.AsSpan(i * fields, fields));
            }
        }, cancellationToken);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = new char[fields];
        for (var i = 0; i < pairs.Length; i++)
        {
            for (var f = 0; f < fields; f++)
            {
                text[f] = (char)levels[(i * fields) + f];
            }

            var pattern = new string(text);
            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }

        return counts.OrderBy(pattern => pattern.Key, StringComparer.Ordinal)
            .Select(pattern => (pattern.Key.Select(level => (byte)level).ToArray(), pattern.Value)).ToList();
    }

    private void Improve(List<(byte[] Levels, int Count)> patterns)
    {
        var same = Array.ConvertAll(_records.Fields, _ => Array.ConvertAll(FirstSame, share => share * FirstPairs));
        var different = Array.ConvertAll(_first, shares => Array.ConvertAll(shares, share => share * FirstPairs));
        var (sum, all) = (FirstShare * FirstPairs, FirstPairs);
        foreach (var (levels, count) in patterns)
        {
            var chance = count / (1 + Math.Exp(-LogOdds(levels)));
            sum += chance;
            all += count;
            for (var f = 0; f < levels.Length; f++)
            {
                if (levels[f] != Comparison.Missing)
                {
                    same[f][levels[f]] += chance;
                    different[f][levels[f]] += count - chance;
                }
            }
        }

        _share = Math.Clamp(sum / all, Smoothing, 1 - Smoothing);
        for (var f = 0; f < same.Length; f++)
        {
            Normalise(same[f], _same[f]);
            Normalise(different[f], _different[f]);
        }
    }

    private static void Normalise(double[] counts, double[] shares)
    {
        var all = counts.Sum();
        for (var level = 0; level < counts.Length; level++)
        {
            shares[level] = ((all == 0 ? 1.0 / counts.Length : counts[level] / all) + Smoothing) / (1 + (counts.Length * Smoothing));
        }
    }
}
