using LinkGraph.Cypher.Execution;
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
        Add(registry, "db.ping", "This procedure can be used by client side tooling to test whether they are correctly connected to a database.",
            [("success", "BOOLEAN")], (_, _) => [[Value.True]]);
        Add(registry, "db.labels", "List all labels attached to nodes within the database.", [("label", "STRING")], (state, _) => Labels(state.View));
        Add(registry, "db.relationshipTypes", "List all types attached to relationships within the database.",
            [("relationshipType", "STRING")], (state, _) => RelationshipTypes(state.View));
        Add(registry, "db.propertyKeys", "List all property keys in the database.", [("propertyKey", "STRING")], (state, _) => Names(state.View.PropertyKeys));
        Add(registry, "db.info", "Provides information regarding the database.",
            [("id", "STRING"), ("name", "STRING"), ("creationDate", "STRING")], (_, _) => [[Value.Of(""), Value.Of("neo4j"), Value.Of("")]]);
        registry.Add(new("db.awaitIndex", [("indexName", "STRING"), ("timeOutSeconds", "INTEGER")], [], false, AwaitIndex)
        {
            Description = "Wait for an index to come online: here it is from the moment it is there.",
            Defaults = [Value.Of(300L)],
        });
        registry.Add(new("db.awaitIndexes", [("timeOutSeconds", "INTEGER")], [], false, (_, _) => [])
        {
            Description = "Wait for all indexes to come online: here they are from the moment they are there.",
            Defaults = [Value.Of(300L)],
        });
        Add(registry, "dbms.components", "List DBMS components and their versions.", [("name", "STRING"), ("versions", "LIST<STRING>"), ("edition", "STRING")],
            (_, _) => [[Value.Of("Neo4j Kernel"), Value.List(Value.Of(Version)), Value.Of("community")]]);
        Add(registry, "dbms.clientConfig", "Return client configuration.", [("name", "STRING"), ("value", "STRING")], (_, _) => ClientConfig());
        registry.Add(new("dbms.queryJmx", [("query", "STRING")], [("name", "STRING"), ("description", "STRING"), ("attributes", "MAP")], false, (_, _) => [])
        {
            Description = "Query JMX management data by domain and name: there is none here.",
        });
        Add(registry, "dbms.showCurrentUser", "Show the current user.", [("username", "STRING"), ("roles", "LIST<STRING>"), ("flags", "LIST<STRING>")],
            (_, _) => [[Value.Of("neo4j"), Value.List(), Value.List()]]);
    }

    private static void Add(
        ProcedureRegistry registry, string name, string description, (string, string)[] outputs, Func<ExecutionState, Value[], IEnumerable<Value[]>> run) =>
        registry.Add(new(name, NoInputs, outputs, false, run) { Description = description });

    /// <exception cref="CypherException">There is no such index.</exception>
    private static IEnumerable<Value[]> AwaitIndex(ExecutionState state, Value[] arguments) => state.View.Schema.Indexes.Any(index => index.Name == arguments[0].ToString())
        ? []
        : throw new CypherException("Neo.ClientError.Schema.IndexNotFound", $"No such index {arguments[0]}");

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
