namespace LinkGraph.Resolution.Records;

/// <summary>
/// Step: from bits between pairs to clusters. The two clusters that belong together most, on the mean over all their pairs, become one,
/// again and again while that mean is for it: a chain of pairs does not hold when its ends are strangers.
/// </summary>
internal sealed class Clusters
{
    /// <summary>Pairs between two clusters that are looked at, where candidates do not say it.</summary>
    private const int MostAsked = 16;

    private readonly Func<int, int, double> _bits;
    private readonly ResolutionSettings _settings;
    private readonly List<int>[] _members;
    private readonly Dictionary<int, double>[] _near;
    private readonly int[] _version;
    private readonly Dictionary<long, double> _known = [];
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double Mean, int A, int B)> _queue = new();

    private Clusters(int records, Func<int, int, double> bits, ResolutionSettings settings)
    {
        (_bits, _settings) = (bits, settings);
        _members = [.. Enumerable.Range(0, records).Select(record => new List<int> { record })];
        _near = [.. Enumerable.Range(0, records).Select(_ => new Dictionary<int, double>())];
        _version = new int[records];
    }

    /// <summary>Clusters of two records or more, each sorted.</summary>
    /// <param name="records">Records there are.</param>
    /// <param name="pairs">Candidates.</param>
    /// <param name="pairBits">Their bits.</param>
    /// <param name="bits">Bits of any two records.</param>
    /// <param name="settings">The constants.</param>
    /// <param name="cancellationToken">Checked at every merge.</param>
    public static List<int[]> Find(
        int records, (int A, int B)[] pairs, double[] pairBits, Func<int, int, double> bits, ResolutionSettings settings,
        CancellationToken cancellationToken)
    {
        var clusters = new Clusters(records, bits, settings);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (a, b) = pairs[i];
            clusters._known[clusters.Key(a, b)] = pairBits[i];
            if (pairBits[i] > 0)
            {
                clusters.SetNear(a, b, clusters.Bounded(pairBits[i]));
            }
        }

        clusters.Merge(cancellationToken);
        return [.. clusters._members.Where(members => members.Count > 1).Select(members => members.Order().ToArray()).OrderBy(members => members[0])];
    }

    /// <summary>Not the two numbers side by side: of near ones, the hash of that is nearly always the same.</summary>
    private long Key(int a, int b) => ((long)Math.Min(a, b) * _members.Length) + Math.Max(a, b);

    /// <summary>No single pair outvotes many others.</summary>
    private double Bounded(double bits) => Math.Clamp(bits, -_settings.LeastPairBits, _settings.MostPairBits);

    private void Merge(CancellationToken cancellationToken)
    {
        while (_queue.TryDequeue(out var next, out _))
        {
            var (a, b, versionA, versionB) = next;
            if (_version[a] != versionA || _version[b] != versionB)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (_members[a].Count < _members[b].Count)
            {
                (a, b) = (b, a);
            }

            Join(a, b);
        }
    }

    /// <summary>The members of b come to a; what is near either is near a as far as the mean over all pairs says so.</summary>
    private void Join(int a, int b)
    {
        var near = new SortedDictionary<int, (double Sum, bool OfA, bool OfB)>();
        foreach (var (other, sum) in _near[a])
        {
            near[other] = (sum, true, false);
        }

        foreach (var (other, sum) in _near[b])
        {
            near[other] = near.TryGetValue(other, out var known) ? (known.Sum + sum, true, true) : (sum, false, true);
        }

        foreach (var other in near.Keys)
        {
            _near[other].Remove(a);
            _near[other].Remove(b);
        }

        near.Remove(a);
        near.Remove(b);
        _near[a].Clear();
        _near[b].Clear();
        _version[a]++;
        _version[b] = -1;
        List<(int Other, double Sum)> kept = [];
        foreach (var (other, (sum, ofA, ofB)) in near)
        {
            var whole = sum + (ofA ? 0 : Between(_members[a], _members[other])) + (ofB ? 0 : Between(_members[b], _members[other]));
            if (whole > 0)
            {
                kept.Add((other, whole));
            }
        }

        _members[a].AddRange(_members[b]);
        _members[b].Clear();
        foreach (var (other, sum) in kept)
        {
            SetNear(a, other, sum);
        }
    }

    private void SetNear(int a, int b, double sum)
    {
        _near[a][b] = sum;
        _near[b][a] = sum;
        var (first, second) = (Math.Min(a, b), Math.Max(a, b));
        var mean = sum / ((double)_members[a].Count * _members[b].Count);
        _queue.Enqueue((first, second, _version[first], _version[second]), (-mean, first, second));
    }

    /// <summary>Sum over all pairs; of many, so many evenly chosen stand for all.</summary>
    private double Between(List<int> left, List<int> right)
    {
        var all = (long)left.Count * right.Count;
        var asked = (int)Math.Min(all, MostAsked);
        var sum = 0.0;
        for (var i = 0; i < asked; i++)
        {
            var pair = ((2 * i) + 1) * all / (2 * asked);
            var (a, b) = (left[(int)(pair / right.Count)], right[(int)(pair % right.Count)]);
            sum += Bounded(_known.TryGetValue(Key(a, b), out var bits) ? bits : _bits(a, b));
        }

        return sum * all / asked;
    }
}
