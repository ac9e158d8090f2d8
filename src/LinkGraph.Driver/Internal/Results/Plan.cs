#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal class Plan(Dictionary<string, object> fields) : IPlan
{
    public string OperatorType { get; } = fields.GetValueOrDefault("operatorType") as string ?? "";

    public IDictionary<string, object> Arguments { get; } = fields.GetValueOrDefault("args") as Dictionary<string, object> ?? [];

    public IList<string> Identifiers { get; } =
        [.. (fields.GetValueOrDefault("identifiers") as List<object> ?? []).OfType<string>()];

    public IList<IPlan> Children { get; } = [.. ChildrenOf(fields).Select(child => new Plan(child))];

    public static Plan? Read(object? plan) => plan is Dictionary<string, object> fields ? new Plan(fields) : null;

    protected static IEnumerable<Dictionary<string, object>> ChildrenOf(Dictionary<string, object> fields) =>
        (fields.GetValueOrDefault("children") as List<object> ?? []).OfType<Dictionary<string, object>>();
}
