using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>SHIM until the function library is merged.</summary>
internal static class Calls
{
    public static Value Component(Value subject, string key) => throw CypherErrors.Type($"Type mismatch: expected Map, Node or Relationship but was {TypeNames.Of(subject)} ({key})");

    public static Evaluator Of(FunctionInvocation call, Evaluator[] a) => call.FullName.ToLowerInvariant() switch
    {
        "id" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of(v.Kind == ValueKind.Node ? v.AsNode() : v.AsRelationship()),
        "labels" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Labels(s, v.AsNode()),
        "type" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of(s.View.RelationshipTypes.Name(s.View.TypeOf(v.AsRelationship()))),
        "size" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of((long)(v.IsString ? v.AsString().Length : v.AsList().Length)),
        "length" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of((long)v.AsPath().Length),
        "nodes" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.List([.. v.AsPath().Nodes.ToArray().Select(Value.Node)]),
        "relationships" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.List([.. v.AsPath().Relationships.ToArray().Select(Value.Relationship)]),
        "range" => (s, r) => Range(a[0](s, r).AsInteger(), a[1](s, r).AsInteger(), a.Length > 2 ? a[2](s, r).AsInteger() : 1),
        "properties" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Map(Access.Properties(s, v)),
        "keys" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.List([.. Access.Properties(s, v).Keys.Select(k => Value.Of(k))]),
        "tostring" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of(v.ToString()),
        "tointeger" => (s, r) => a[0](s, r) is var v && v.IsNull ? v : Value.Of((long)v.AsNumber()),
        "head" => (s, r) => Lists.Of(a[0](s, r)) is { Length: > 0 } l ? l[0] : Value.Null,
        "last" => (s, r) => Lists.Of(a[0](s, r)) is { Length: > 0 } l ? l[^1] : Value.Null,
        _ => throw CypherErrors.Syntax($"Unknown function '{call.FullName}'", call.Span.Start),
    };

    private static Value Labels(ExecutionState s, long node)
    {
        var list = new List<Value>();
        foreach (var l in s.View.LabelsOf(node)) list.Add(Value.Of(s.View.Labels.Name(l)));
        return Value.List([.. list]);
    }

    private static Value Range(long from, long to, long step)
    {
        var list = new List<Value>();
        for (var i = from; step > 0 ? i <= to : i >= to; i += step) list.Add(Value.Of(i));
        return Value.List([.. list]);
    }
}
