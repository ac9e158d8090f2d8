using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using ConstraintKind = LinkGraph.Storage.ConstraintKind;
using IndexKind = LinkGraph.Storage.IndexKind;

namespace LinkGraph.Cypher.Planning.Commands;

/// <summary>What a SHOW command lists.</summary>
/// <param name="Name">As EXPLAIN names it.</param>
/// <param name="Columns">Those shown without YIELD first, then the others.</param>
/// <param name="Shown">How many are shown without YIELD.</param>
/// <param name="Rows">A value a column.</param>
internal sealed record ShowList(string Name, string[] Columns, int Shown, Func<ExecutionState, IEnumerable<Value[]>> Rows);

/// <summary>SHOW INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES, USERS.</summary>
internal static class ShowLists
{
    public static ShowList Of(ShowCommand command, ProcedureRegistry procedures) => command switch
    {
        ShowIndexes indexes => new("ShowIndexes",
            ["id", "name", "state", "populationPercent", "type", "entityType", "labelsOrTypes", "properties", "indexProvider", "owningConstraint", "lastRead", "readCount", "trackedSince", "options", "failureMessage", "createStatement"],
            12, state => Indexes(state.View).Where(row => Wanted(indexes.Kind, row[4].AsString()))),
        ShowConstraints constraints => new("ShowConstraints",
            ["id", "name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType", "options", "createStatement"],
            8, state => Constraints(state.View).Where(row => Wanted(constraints, row[2].AsString(), row[3].AsString()))),
        ShowProcedures => new("ShowProcedures",
            ["name", "description", "mode", "worksOnSystem", "signature", "argumentDescription", "returnDescription", "admin", "rolesExecution", "rolesBoostedExecution", "isDeprecated", "deprecatedBy", "option"],
            4, _ => procedures.All.OrderBy(p => p.Name, StringComparer.Ordinal).Select(Described)),
        ShowFunctions functions => new("ShowFunctions",
            ["name", "category", "description", "signature", "isBuiltIn", "argumentDescription", "returnDescription", "aggregating", "rolesExecution", "rolesBoostedExecution", "isDeprecated", "deprecatedBy"],
            3, _ => functions.Filter == FunctionFilter.UserDefined ? [] : Functions()),
        ShowDatabases => new("ShowDatabases",
            ["name", "type", "aliases", "access", "address", "role", "writer", "requestedStatus", "currentStatus", "statusMessage", "default", "home", "constituents"],
            13, _ => [Database("neo4j", true), Database("system", false)]),
        ShowUsers users => new(users.Current ? "ShowCurrentUser" : "ShowUsers", ["user", "roles", "passwordChangeRequired", "suspended", "home"], 5,
            state => state.User is { } user ? [[Value.Of(user), Value.Null, Value.False, Value.Null, Value.Null]] : []),
        ShowTransactions or TerminateTransactions => throw CypherErrors.NotSupported("Transactions are not listed or terminated by statements here.", command.Span.Start),
        ShowSettings => throw CypherErrors.NotSupported("There are no settings to show: options are given where the graph is opened.", command.Span.Start),
        _ => throw CypherErrors.NotSupported($"{command.GetType().Name} is not known.", command.Span.Start),
    };

    private static Value Texts(IEnumerable<string> items) => Value.List([.. items.Select(i => Value.Of(i))]);

    private static Value[] Database(string name, bool home) =>
    [
        Value.Of(name), Value.Of(home ? "standard" : "system"), Value.List(), Value.Of("read-write"), Value.Of("localhost:7687"), Value.Of("primary"), Value.True,
        Value.Of("online"), Value.Of("online"), Value.Of(""), Value.Of(home), Value.Of(home), Value.List(),
    ];

    private static Value[] Described(Procedure procedure) =>
    [
        Value.Of(procedure.Name), Value.Of(procedure.Description), Value.Of(procedure.Writes ? "WRITE" : procedure.IsOfServer ? "DBMS" : "READ"), Value.Of(!procedure.Writes),
        Value.Of($"{procedure.Name}({string.Join(", ", procedure.Inputs.Select(i => $"{i.Name} :: {i.Type}"))}) :: ({string.Join(", ", procedure.Outputs.Select(o => $"{o.Name} :: {o.Type}"))})"),
        Described(procedure.Inputs), Described(procedure.Outputs), Value.False, Value.Null, Value.Null, Value.False, Value.Null, Value.Map(new MapValue().With("deprecated", Value.False)),
    ];

    private static Value Described(IEnumerable<(string Name, string Type)> fields) => Value.List([.. fields.Select(f => Value.Map(new MapValue()
        .With("isDeprecated", Value.False).With("name", Value.Of(f.Name)).With("type", Value.Of(f.Type)).With("description", Value.Of($"{f.Name} :: {f.Type}"))))]);

    private static Value Options(IndexDescriptor index) => Value.Map(new MapValue()
        .With("indexConfig", Value.Map(MapValue.Empty)).With("indexProvider", Value.Of($"{TypeOf(index.Kind).ToLowerInvariant()}-1.0")));

    private static IEnumerable<Value[]> Functions() =>
        FunctionSignature.All.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(f => new[]
        {
            Value.Of(f.Name), Value.Of(f.Category), Value.Of(""), Value.Of(f.Text), Value.True, Value.List([.. Arguments(f)]), Value.Of(f.ResultType), Value.Of(f.IsAggregating),
            Value.Null, Value.Null, Value.False, Value.Null,
        });

    private static IEnumerable<Value> Arguments(FunctionSignature function) => function.Text[(function.Text.IndexOf('(', StringComparison.Ordinal) + 1)..]
        .Split(", ").Select(a => a.Split(" :: ")[0]).Zip(function.ArgumentTypes)
        .Select(a => Value.Map(new MapValue().With("isDeprecated", Value.False).With("name", Value.Of(a.First)).With("type", Value.Of(a.Second)).With("description", Value.Of($"{a.First} :: {a.Second}"))));

    private static bool Wanted(Syntax.Ast.IndexKind kind, string type) =>
        kind == Syntax.Ast.IndexKind.Default || string.Equals(kind.ToString(), type, StringComparison.OrdinalIgnoreCase);

    private static bool Wanted(ShowConstraints wanted, string type, string entity) =>
        (wanted.Entities == EntityFilter.All || string.Equals(wanted.Entities.ToString(), entity, StringComparison.OrdinalIgnoreCase))
        && wanted.Filter switch
        {
            ConstraintFilter.Unique => type.Contains("UNIQUENESS", StringComparison.Ordinal),
            ConstraintFilter.Key => type.Contains("KEY", StringComparison.Ordinal),
            ConstraintFilter.Exist => type.Contains("EXISTENCE", StringComparison.Ordinal),
            ConstraintFilter.Typed => false,
            _ => true,
        };

    private static IEnumerable<Value[]> Indexes(IGraphView view) =>
        view.Schema.Indexes.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => new[]
        {
            Value.Of((long)i.Id), Value.Of(i.Name), Value.Of("ONLINE"), Value.Of(100.0), Value.Of(TypeOf(i.Kind)), Value.Of(EntityOf(i.Entity)),
            Texts([TokenOf(view, i.Entity, i.Token)]), Texts(i.Keys.Select(view.PropertyKeys.Name)), Value.Of($"{TypeOf(i.Kind).ToLowerInvariant()}-1.0"),
            i.IsUnique ? Value.Of(i.Name) : Value.Null, Value.Null, Value.Null, Value.Null, Options(i), Value.Of(""),
            Value.Of($"CREATE {TypeOf(i.Kind)} INDEX `{i.Name}` FOR {Pattern(view, i.Entity, i.Token)} ON ({string.Join(", ", i.Keys.Select(k => $"n.`{view.PropertyKeys.Name(k)}`"))})"),
        });

    private static IEnumerable<Value[]> Constraints(IGraphView view) =>
        view.Schema.Constraints.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new[]
        {
            Value.Of((long)c.Id), Value.Of(c.Name), Value.Of(TypeOf(c)), Value.Of(EntityOf(c.Entity)), Texts([TokenOf(view, c.Entity, c.Token)]),
            Texts(c.Keys.Select(view.PropertyKeys.Name)), c.Index is null ? Value.Null : Value.Of(c.Index.Name), Value.Null, c.Index is null ? Value.Map(MapValue.Empty) : Options(c.Index),
            Value.Of($"CREATE CONSTRAINT `{c.Name}` FOR {Pattern(view, c.Entity, c.Token)} REQUIRE ({string.Join(", ", c.Keys.Select(k => $"n.`{view.PropertyKeys.Name(k)}`"))}) IS {(c.Kind == ConstraintKind.Unique ? "UNIQUE" : c.Kind == ConstraintKind.Exists ? "NOT NULL" : EntityOf(c.Entity) + " KEY")}"),
        });

    private static string Pattern(IGraphView view, EntityKind entity, int token) =>
        entity == EntityKind.Node ? $"(n:`{TokenOf(view, entity, token)}`)" : $"()-[n:`{TokenOf(view, entity, token)}`]-()";

    private static string TokenOf(IGraphView view, EntityKind entity, int token) =>
        entity == EntityKind.Node ? view.Labels.Name(token) : view.RelationshipTypes.Name(token);

    private static string EntityOf(EntityKind entity) => entity == EntityKind.Node ? "NODE" : "RELATIONSHIP";

    private static string TypeOf(IndexKind kind) => kind.ToString().ToUpperInvariant();

    private static string TypeOf(ConstraintDescriptor constraint) => (constraint.Kind, constraint.Entity) switch
    {
        (ConstraintKind.Unique, EntityKind.Node) => "UNIQUENESS",
        (ConstraintKind.Unique, _) => "RELATIONSHIP_UNIQUENESS",
        (ConstraintKind.Key, var entity) => $"{EntityOf(entity)}_KEY",
        (_, var entity) => $"{EntityOf(entity)}_PROPERTY_EXISTENCE",
    };
}
