using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;

namespace LinkGraph.Cypher.Planning;

/// <summary>Counts that the graph keeps: nothing need be walked to count all of a kind.</summary>
internal static class CountStore
{
    /// <param name="rows">What would be counted.</param>
    /// <param name="scope">Variables of the rows.</param>
    /// <param name="aggregates">All that is made of the rows, and the slots where it goes.</param>
    /// <param name="details">What EXPLAIN adds.</param>
    /// <returns>Null if the rows have to be looked at.</returns>
    public static Operator? Counted(Operator rows, Scope scope, IReadOnlyList<KeyValuePair<Expression, int>> aggregates, string details)
    {
        int[] slots = [.. aggregates.Select(a => a.Value)];
        bool AllCount(int one, params int[] others) => slots.Length > 0 && aggregates.All(a => Counts(a.Key, scope, one, others));

        return rows switch
        {
            AllNodesScan scan when AllCount(scan.Slot) => new NodeCountFromCountStore(slots, null) { Details = details },
            NodeByLabelScan scan when AllCount(scan.Slot) => new NodeCountFromCountStore(slots, scan.Label) { Details = details },
            ExpandAll { Step: { Direction: not Direction.Both, Used: [] } step, From: AllNodesScan from } when from.Slot == step.From && AllCount(step.Relationship, step.From, step.To) =>
                new RelationshipCountFromCountStore(slots, step.Types, null, step.Direction) { Details = details },
            ExpandAll { Step: { Direction: not Direction.Both, Used: [] } step, From: NodeByLabelScan from } when from.Slot == step.From && AllCount(step.Relationship, step.From, step.To) =>
                new RelationshipCountFromCountStore(slots, step.Types, from.Label, step.Direction) { Details = details },
            _ => null,
        };
    }

    /// <summary>Whether an aggregate is the number of rows.</summary>
    /// <param name="aggregate">One of the projection.</param>
    /// <param name="scope">Variables of the rows.</param>
    /// <param name="one">Slot of what is in one row only.</param>
    /// <param name="others">Slots of what is in every row, maybe in several.</param>
    private static bool Counts(Expression aggregate, Scope scope, int one, int[] others) => aggregate is CountStar
        || (aggregate is FunctionInvocation { Namespace.Count: 0, Arguments: [Variable variable] } call && call.Name.Equals("count", StringComparison.OrdinalIgnoreCase)
            && scope.Has(variable.Name) && scope[variable.Name] is var slot && (slot == one || (!call.Distinct && others.Contains(slot))));
}
