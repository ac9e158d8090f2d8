using LinkGraph.Cypher.Planning;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Procedures;

/// <summary>What shells, drivers and the Browser call on connecting, and what tells what is in the graph.</summary>
internal static class BuiltInProcedures
{
    /// <summary>Clients decide by it which language and procedures they may use.</summary>
    private const string Version = "5.26.0";

    private static readonly (string, string)[] NoInputs = [];

    public static void Register(ProcedureRegistry registry)
    {
        registry.Add(new("db.ping", NoInputs, [("success", "BOOLEAN")], false, (_, _) => [[Value.True]]));
        registry.Add(new("db.labels", NoInputs, [("label", "STRING")], false, (state, _) => Labels(state.View)));
        registry.Add(new("db.relationshipTypes", NoInputs, [("relationshipType", "STRING")], false, (state, _) => RelationshipTypes(state.View)));
        registry.Add(new("db.propertyKeys", NoInputs, [("propertyKey", "STRING")], false, (state, _) => Names(state.View.PropertyKeys)));
        registry.Add(new("dbms.components", NoInputs, [("name", "STRING"), ("versions", "LIST<STRING>"), ("edition", "STRING")], false,
            (_, _) => [[Value.Of("Neo4j Kernel"), Value.List(Value.Of(Version)), Value.Of("community")]]));
        registry.Add(new("dbms.clientConfig", NoInputs, [("name", "STRING"), ("value", "STRING")], false, (_, _) => ClientConfig()));
    }

    /// <summary>Those that a node has; the table also knows names of labels that are gone.</summary>
    private static IEnumerable<Value[]> Labels(IGraphView view)
    {
        for (var label = 0; label < view.Labels.Count; label++)
        {
            if (view.CountNodes(label) > 0)
            {
                yield return [Value.Of(view.Labels.Name(label))];
            }
        }
    }

    private static IEnumerable<Value[]> RelationshipTypes(IGraphView view)
    {
        for (var type = 0; type < view.RelationshipTypes.Count; type++)
        {
            if (view.CountRelationships(type) > 0)
            {
                yield return [Value.Of(view.RelationshipTypes.Name(type))];
            }
        }
    }

    private static IEnumerable<Value[]> Names(TokenTable table)
    {
        for (var token = 0; token < table.Count; token++)
        {
            yield return [Value.Of(table.Name(token))];
        }
    }

    /// <summary>The Browser asks; it is to fetch nothing from elsewhere, and to report nothing.</summary>
    private static IEnumerable<Value[]> ClientConfig() =>
    [
        [Value.Of("browser.post_connect_cmd"), Value.Of("")],
        [Value.Of("browser.remote_content_hostname_whitelist"), Value.Of("")],
        [Value.Of("client.allow_telemetry"), Value.Of("false")],
        [Value.Of("dbms.security.auth_enabled"), Value.Of("true")],
    ];
}
