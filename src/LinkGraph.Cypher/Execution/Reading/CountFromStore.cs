using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>How many nodes there are, all or with a label, from the counts that the graph keeps.</summary>
/// <param name="slots">Where the number goes.</param>
/// <param name="label">Null for all.</param>
internal sealed class NodeCountFromCountStore(int[] slots, string? label) : Operator
{
    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var view = state.View;
        var count = label is null ? view.NodeCount : view.Labels.Find(label) is var token and >= 0 ? view.CountNodes(token) : 0;
        foreach (var slot in slots)
        {
            row[slot] = Value.Of(count);
        }

        yield return default;
    }
}

/// <summary>How many relationships there are, all or of some types, from the counts that the graph keeps.</summary>
/// <param name="slots">Where the number goes.</param>
/// <param name="types">Of any of these.</param>
/// <param name="label">That the node at one end has; null for any node.</param>
/// <param name="direction">Seen from that node: one of the two.</param>
internal sealed class RelationshipCountFromCountStore(int[] slots, TypeSet types, string? label, Direction direction) : Operator
{
    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var count = Count(state.View);
        foreach (var slot in slots)
        {
            row[slot] = Value.Of(count);
        }

        yield return default;
    }

    private long Count(IGraphView view)
    {
        var wanted = types.In(view) ?? [.. Enumerable.Range(0, view.RelationshipTypes.Count)];
        var token = label is null ? TokenTable.None : view.Labels.Find(label);
        return label is null ? wanted.Sum(view.CountRelationships)
            : token == TokenTable.None ? 0
            : wanted.Sum(type => view.CountRelationships(token, type, direction));
    }
}
