using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Snapshots;

namespace LinkGraph.Storage.Journal;

/// <summary>
/// Gives nodes their relationships, and counts them. The two sides are done at the same time: in an array of few, what leaves a node fills the front and what
/// comes in the rear; groups are of one side anyway.
/// </summary>
internal static class Connector
{
    /// <param name="state">With nodes and relationships that do not know of each other.</param>
    /// <exception cref="InvalidDataException">A relationship ends at a node that is not there.</exception>
    public static void Connect(GraphState state)
    {
        var (leaving, coming) = (new Half(state, isLeaving: true), new Half(state, isLeaving: false));
        Concurrently.ForEach([leaving, coming], half => half.Count());
        var few = new int[state.Nodes.Length * ChunkSize.Slots][];
        for (var node = 0; node < few.Length; node++)
        {
            var degree = leaving.Left[node] + coming.Left[node];
            few[node] = degree is > 0 and <= Neighbourhood.MostFew ? new int[degree * Neighbourhood.Stride] : [];
        }

        Concurrently.ForEach([leaving, coming], half => half.Fill(few));
        foreach (var node in new NodeScan(state.Nodes))
        {
            AdjacencyGroup[] groups = [.. leaving.Many[node].Groups, .. coming.Many[node].Groups];
            object? content = few[node].Length > 0 ? few[node] : groups.Length > 0 ? groups : null;
            state.Nodes[ChunkSize.ChunkOf(node)]!.Restore(ChunkSize.SlotOf(node), new(content));
        }

        leaving.AddTo(state.Counts);
        coming.AddTo(state.Counts);
    }

    /// <summary>Relationships as seen from the nodes that they leave, loops among them, or from those where they come in.</summary>
    private sealed class Half(GraphState state, bool isLeaving)
    {
        private readonly Dictionary<(int Label, int Type), long> byPattern = [];
        private readonly Dictionary<int, long> byType = [];

        /// <summary>By node: how many relationships are still to be filled in.</summary>
        public int[] Left { get; } = new int[state.Nodes.Length * ChunkSize.Slots];

        /// <summary>By node: its groups, if it has too many relationships for one array.</summary>
        public Neighbourhood[] Many { get; } = new Neighbourhood[state.Nodes.Length * ChunkSize.Slots];

        public void Count()
        {
            // Neighbouring relationships are mostly alike: they are counted together.
            var (run, runType, runNode) = (0L, -1, -1);
            foreach (var relationship in new RelationshipScan(state.Relationships))
            {
                var (type, near, far) = Row(relationship);
                Check(near);
                Left[near] += isLeaving || near != far ? 1 : 0;
                if (type != runType || !HasSameLabels(near, runNode))
                {
                    Add(run, runType, runNode);
                    (run, runType, runNode) = (0, type, near);
                }

                run++;
            }

            Add(run, runType, runNode);
        }

        public void Fill(int[][] few)
        {
            foreach (var relationship in new RelationshipScan(state.Relationships))
            {
                var (type, near, far) = Row(relationship);
                if (near == far && !isLeaving)
                {
                    continue;
                }

                var key = GroupKey.Of(type, near == far ? Side.Loop : isLeaving ? Side.Out : Side.In);
                if (few[near] is { Length: > 0 } array)
                {
                    var place = isLeaving ? (Left[near] - 1) * Neighbourhood.Stride : array.Length - (Left[near] * Neighbourhood.Stride);
                    (array[place], array[place + 1], array[place + 2]) = (key, (int)relationship, far);
                    Left[near]--;
                }
                else
                {
                    Many[near] = new(Many[near].AddToMany(key, (int)relationship, far));
                }
            }
        }

        public void AddTo(GraphCounts counts)
        {
            foreach (var ((label, type), count) in byPattern)
            {
                counts.AddPattern(label, type, isLeaving, count);
            }

            foreach (var (type, count) in byType)
            {
                counts.AddRelationship(type, isLeaving ? count : 0);
            }
        }

        private (int Type, int Near, int Far) Row(long relationship)
        {
            var (chunk, slot) = (state.Relationships[ChunkSize.ChunkOf(relationship)]!, ChunkSize.SlotOf(relationship));
            var (start, end) = (chunk.StartOf(slot), chunk.EndOf(slot));
            return (chunk.TypeOf(slot), isLeaving ? start : end, isLeaving ? end : start);
        }

        private void Check(int node)
        {
            if ((uint)ChunkSize.ChunkOf(node) >= (uint)state.Nodes.Length || state.Nodes[ChunkSize.ChunkOf(node)]?.IsAlive(ChunkSize.SlotOf(node)) != true)
            {
                throw new InvalidDataException($"Node {node} has relationships and is not there.");
            }
        }

        private bool HasSameLabels(int node, int other)
        {
            if (node == other || other < 0)
            {
                return node == other;
            }

            var (mine, theirs) = (LabelsOf(node), LabelsOf(other));
            while (mine.MoveNext())
            {
                if (!theirs.MoveNext() || mine.Current != theirs.Current)
                {
                    return false;
                }
            }

            return !theirs.MoveNext();
        }

        private void Add(long count, int type, int node)
        {
            if (count == 0)
            {
                return;
            }

            byType[type] = byType.GetValueOrDefault(type) + count;
            foreach (var label in LabelsOf(node))
            {
                byPattern[(label, type)] = byPattern.GetValueOrDefault((label, type)) + count;
            }
        }

        private LabelEnumerator LabelsOf(int node) => new(state.Nodes[ChunkSize.ChunkOf(node)]!, ChunkSize.SlotOf(node));
    }
}
