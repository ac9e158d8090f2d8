using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Snapshots;

namespace LinkGraph.Storage.Journal;

/// <summary>Makes a state from chunks: what they do not hold, adjacency and counts, follows from them.</summary>
internal sealed class StateLoader(StringPool strings)
{
    private readonly ChunkReader reader = new(strings);
    private readonly GraphState state = new();

    public void Add(EntityKind entity, int number, byte[] body)
    {
        if (entity == EntityKind.Node)
        {
            state.Nodes = Grow(state.Nodes, number);
            state.Nodes[number] = reader.ReadNodes(body);
        }
        else
        {
            state.Relationships = Grow(state.Relationships, number);
            state.Relationships[number] = reader.ReadRelationships(body);
        }
    }

    public GraphState Finish(Checkpoint checkpoint)
    {
        (state.Version, state.NextNode, state.NextRelationship) = (checkpoint.Version, checkpoint.NextNode, checkpoint.NextRelationship);
        foreach (var node in new NodeScan(state.Nodes))
        {
            state.Counts.Nodes++;
            foreach (var label in LabelsOf(node))
            {
                state.Counts.AddLabel(label, 1);
            }
        }

        foreach (var relationship in new RelationshipScan(state.Relationships))
        {
            Connect((int)relationship);
        }

        return state;
    }

    private static TChunk?[] Grow<TChunk>(TChunk?[] chunks, int number)
        where TChunk : EntityChunk
    {
        if (number >= chunks.Length)
        {
            Array.Resize(ref chunks, number + 1);
        }

        return chunks;
    }

    private void Connect(int relationship)
    {
        var (chunk, slot) = (state.Relationships[ChunkSize.ChunkOf(relationship)]!, ChunkSize.SlotOf(relationship));
        var (type, start, end) = (chunk.TypeOf(slot), chunk.StartOf(slot), chunk.EndOf(slot));
        state.Counts.AddRelationship(type, 1);
        ChunkOf(start).Attach(ChunkSize.SlotOf(start), GroupKey.Of(type, start == end ? Side.Loop : Side.Out), relationship, end);
        if (start != end)
        {
            ChunkOf(end).Attach(ChunkSize.SlotOf(end), GroupKey.Of(type, Side.In), relationship, start);
        }

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
