using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Snapshots;

namespace LinkGraph.Storage.Journal;

/// <summary>Makes a state from chunks: what they do not hold, adjacency and counts, follows from them.</summary>
internal sealed class StateLoader(Checkpoint checkpoint) : IDisposable
{
    /// <summary>A thread shares strings with itself only: a country is then kept once a thread.</summary>
    private readonly ThreadLocal<ChunkReader> reader = new(() => new ChunkReader(new StringPool()));
    private readonly GraphState state = new()
    {
        Version = checkpoint.Version,
        NextNode = checkpoint.NextNode,
        NextRelationship = checkpoint.NextRelationship,
        Nodes = new NodeChunk?[ChunkSize.ChunksFor(checkpoint.NextNode)],
        Relationships = new RelationshipChunk?[ChunkSize.ChunksFor(checkpoint.NextRelationship)],
    };

    public void Dispose() => reader.Dispose();

    /// <summary>Reads a chunk. May be called from several threads at once.</summary>
    /// <exception cref="InvalidDataException">It is no chunk, or none that can be there.</exception>
    public void Add(StoredChunk stored)
    {
        var (entity, number, body) = stored;
        if (number >= (entity == EntityKind.Node ? state.Nodes.Length : state.Relationships.Length))
        {
            throw new InvalidDataException($"Chunk {number} of {entity}s is beyond the last one.");
        }

        if (entity == EntityKind.Node)
        {
            state.Nodes[number] = reader.Value!.ReadNodes(body!);
        }
        else
        {
            state.Relationships[number] = reader.Value!.ReadRelationships(body!);
        }
    }

    public GraphState Finish()
    {
        foreach (var node in new NodeScan(state.Nodes))
        {
            state.Counts.Nodes++;
            foreach (var label in LabelsOf(node))
            {
                state.Counts.AddLabel(label, 1);
            }
        }

        Connect();
        return state;
    }

    /// <summary>First counts, so that every array is made once, in the order of the nodes.</summary>
    private void Connect()
    {
        var degrees = new int[state.Nodes.Length * ChunkSize.Slots];
        foreach (var relationship in new RelationshipScan(state.Relationships))
        {
            var (type, start, end) = Row(relationship);
            Count(type, start, end);
            degrees[start]++;
            degrees[end] += start == end ? 0 : 1;
        }

        var contents = new object?[degrees.Length];
        for (var node = 0; node < degrees.Length; node++)
        {
            contents[node] = degrees[node] is > 0 and <= Neighbourhood.MostFew ? new int[degrees[node] * Neighbourhood.Stride] : null;
        }

        // From the end, so that what is left of a degree is the next place in the array.
        foreach (var relationship in new RelationshipScan(state.Relationships))
        {
            var (type, start, end) = Row(relationship);
            Add(start, GroupKey.Of(type, start == end ? Side.Loop : Side.Out), (int)relationship, end);
            if (start != end)
            {
                Add(end, GroupKey.Of(type, Side.In), (int)relationship, start);
            }
        }

        foreach (var node in new NodeScan(state.Nodes))
        {
            ChunkOf(node).Restore(ChunkSize.SlotOf(node), new(contents[node]));
        }

        void Add(int node, int key, int relationship, int other)
        {
            var known = new Neighbourhood(contents[node]);
            if (known.Few is { } few)
            {
                var place = --degrees[node] * Neighbourhood.Stride;
                (few[place], few[place + 1], few[place + 2]) = (key, relationship, other);
            }
            else
            {
                contents[node] = known.AddToMany(key, relationship, other);
            }
        }
    }

    private (int Type, int Start, int End) Row(long relationship)
    {
        var (chunk, slot) = (state.Relationships[ChunkSize.ChunkOf(relationship)]!, ChunkSize.SlotOf(relationship));
        return (chunk.TypeOf(slot), chunk.StartOf(slot), chunk.EndOf(slot));
    }

    private void Count(int type, int start, int end)
    {
        state.Counts.AddRelationship(type, 1);
        foreach (var label in LabelsOf(start))
        {
            state.Counts.AddPattern(label, type, outgoing: true, 1);
        }

        foreach (var label in LabelsOf(end))
        {
            state.Counts.AddPattern(label, type, outgoing: false, 1);
        }
    }

    private NodeChunk ChunkOf(long node) =>
        ChunkSize.ChunkOf(node) < state.Nodes.Length && state.Nodes[ChunkSize.ChunkOf(node)] is { } chunk && chunk.IsAlive(ChunkSize.SlotOf(node))
            ? chunk
            : throw new InvalidDataException($"Node {node} has relationships and is not there.");

    private LabelEnumerator LabelsOf(long node) => new(ChunkOf(node), ChunkSize.SlotOf(node));
}
