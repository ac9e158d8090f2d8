using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>One row, with a number that the graph keeps.</summary>
/// <param name="slots">Where the number goes.</param>
internal abstract class CountFromStore(int[] slots) : Operator
{
    protected sealed override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var count = Value.Of(Count(state.View));
        foreach (var slot in slots)
        {
            row[slot] = count;
        }

        yield return default;
    }

    protected abstract long Count(IGraphView view);
}

/// <summary>How many nodes there are, all or with a label.</summary>
/// <param name="slots">Where the number goes.</param>
/// <param name="label">Null for all.</param>
internal sealed class NodeCountFromCountStore(int[] slots, string? label) : CountFromStore(slots)
{
    protected override long Count(IGraphView view) =>
        label is null ? view.NodeCount : view.Labels.Find(label) is var token and >= 0 ? view.CountNodes(token) : 0;
}

/// <summary>How many relationships there are, all or of some types.</summary>
/// <param name="slots">Where the number goes.</param>
/// <param name="types">Of any of these.</param>
/// <param name="label">That the node at one end has; null for any node.</param>
/// <param name="direction">Seen from that node: one of the two.</param>
internal sealed class RelationshipCountFromCountStore(int[] slots, TypeSet types, string? label, Direction direction) : CountFromStore(slots)
{
    protected override long Count(IGraphView view)
    {
        var wanted = types.In(view) ?? [.. Enumerable.Range(0, view.RelationshipTypes.Count)];
        if (label is null)
        {
            return wanted.Sum(view.CountRelationships);
        }

        var token = view.Labels.Find(label);
        return token == TokenTable.None ? 0 : wanted.Sum(type => view.CountRelationships(token, type, direction));
    }
}
