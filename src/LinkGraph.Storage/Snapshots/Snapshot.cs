using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage;

/// <summary>The graph as of one commit. Never changes, may be read by many threads, needs no closing: the memory it holds goes with it.</summary>
public sealed class Snapshot : GraphView
{
    internal Snapshot(GraphTokens tokens, GraphState state)
        : base(tokens, state)
    {
    }
}
