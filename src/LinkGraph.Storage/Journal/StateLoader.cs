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
            foreach (var label in new LabelEnumerator(state.Nodes[ChunkSize.ChunkOf(node)]!, ChunkSize.SlotOf(node)))
            {
                state.Counts.AddLabel(label, 1);
            }
        }

        Connector.Connect(state);
        return state;
    }
}
