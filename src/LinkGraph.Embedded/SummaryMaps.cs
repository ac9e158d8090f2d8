using System.Globalization;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Execution;

namespace LinkGraph.Embedded;

/// <summary>What is said of a statement beside its rows, by Bolt's names.</summary>
internal static class SummaryMaps
{
    /// <summary>Null if nothing changed.</summary>
    public static Dictionary<string, object?>? Statistics(QueryCounters counters)
    {
        Dictionary<string, object?> statistics = [];
        Add("nodes-created", counters.NodesCreated);
        Add("nodes-deleted", counters.NodesDeleted);
        Add("relationships-created", counters.RelationshipsCreated);
        Add("relationships-deleted", counters.RelationshipsDeleted);
        Add("properties-set", counters.PropertiesSet);
        Add("labels-added", counters.LabelsAdded);
        Add("labels-removed", counters.LabelsRemoved);
        Add("indexes-added", counters.IndexesAdded);
        Add("indexes-removed", counters.IndexesRemoved);
        Add("constraints-added", counters.ConstraintsAdded);
        Add("constraints-removed", counters.ConstraintsRemoved);
        if (statistics.Count == 0)
        {
            return null;
        }

        statistics["contains-updates"] = true;
        return statistics;

        void Add(string name, long count)
        {
            if (count > 0)
            {
                statistics[name] = count;
            }
        }
    }

    /// <summary>Clients that draw plans know Neo4j's, whose first operator hands the rows out.</summary>
    public static Dictionary<string, object?> Plan(PlanDescription plan, IReadOnlyList<string> columns) =>
        Operator(new PlanDescription("ProduceResults", string.Join(", ", columns), plan.EstimatedRows, plan.Rows, [plan]));

    private static Dictionary<string, object?> Operator(PlanDescription plan)
    {
        Dictionary<string, object?> arguments = new() { ["EstimatedRows"] = plan.EstimatedRows };
        if (plan.Details.Length > 0)
        {
            arguments["Details"] = plan.Details;
        }

        Dictionary<string, object?> map = new()
        {
            ["operatorType"] = string.Create(CultureInfo.InvariantCulture, $"{plan.Operator}@neo4j"),
            ["args"] = arguments,
            ["identifiers"] = Array.Empty<string>(),
            ["children"] = plan.Children.Select(Operator).ToArray(),
        };
        if (plan.Rows is { } rows)
        {
            arguments["Rows"] = rows;
            map["rows"] = rows;
            map["dbHits"] = 0L;
        }

        return map;
    }
}
