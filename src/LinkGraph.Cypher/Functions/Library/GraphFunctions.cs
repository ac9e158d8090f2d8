using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Functions on nodes, relationships, paths and their properties.</summary>
internal static class GraphFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("id", 1, 1, static (_, args) => Value.Of(args[0].Kind == ValueKind.Node ? args[0].AsNode() : Relationship("id", args[0])), isPure: false),
        new("elementId", 1, 1, static (context, args) => Value.Of(args[0].Kind == ValueKind.Node
            ? context.Graph.NodeElementId(args[0].AsNode())
            : context.Graph.RelationshipElementId(Relationship("elementId", args[0]))), isPure: false),
        new("labels", 1, 1, static (context, args) => Texts(context.Graph.Labels(Node("labels", args[0]))), isPure: false),
        new("type", 1, 1, static (context, args) => Value.Of(context.Graph.Type(Relationship("type", args[0]))), isPure: false),
        new("startNode", 1, 1, static (context, args) =>
            Value.Node(context.Graph.Ends(Relationship("startNode", args[0])).Start), isPure: false),
        new("endNode", 1, 1, static (context, args) =>
            Value.Node(context.Graph.Ends(Relationship("endNode", args[0])).End), isPure: false),
        new("properties", 1, 1, static (context, args) => Value.Map(Properties("properties", context, args[0])), isPure: false),
        new("keys", 1, 1, static (context, args) => Texts(Properties("keys", context, args[0]).Keys), isPure: false),
        new("nodes", 1, 1, static (_, args) => Value.List([.. Path("nodes", args[0]).Nodes.ToArray().Select(Value.Node)])),
        new("relationships", 1, 1, static (_, args) =>
            Value.List([.. Path("relationships", args[0]).Relationships.ToArray().Select(Value.Relationship)])),
        new("length", 1, 1, static (_, args) => Value.Of((long)Path("length", args[0]).Length)),
    ];

    private static MapValue Properties(string function, FunctionContext context, Value value) => value.Kind switch
    {
        ValueKind.Map => value.AsMap(),
        ValueKind.Node => context.Graph.NodeProperties(value.AsNode()),
        ValueKind.Relationship => context.Graph.RelationshipProperties(value.AsRelationship()),
        _ => throw Arguments.Wrong(function, "a Map, a Node or a Relationship", value),
    };

    private static long Node(string function, Value value) =>
        value.Kind == ValueKind.Node ? value.AsNode() : throw Arguments.Wrong(function, "a Node", value);

    private static long Relationship(string function, Value value) =>
        value.Kind == ValueKind.Relationship ? value.AsRelationship() : throw Arguments.Wrong(function, "a Relationship", value);

    private static PathValue Path(string function, Value value) =>
        value.Kind == ValueKind.Path ? value.AsPath() : throw Arguments.Wrong(function, "a Path", value);

    private static Value Texts(IEnumerable<string> texts) => Value.List([.. texts.Select(text => Value.Of(text))]);
}
