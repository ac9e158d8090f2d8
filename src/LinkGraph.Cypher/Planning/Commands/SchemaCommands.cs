using System.Globalization;
using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Writing;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using ConstraintKind = LinkGraph.Cypher.Syntax.Ast.ConstraintKind;
using IndexKind = LinkGraph.Cypher.Syntax.Ast.IndexKind;

namespace LinkGraph.Cypher.Planning.Commands;

/// <summary>CREATE and DROP of indexes and constraints.</summary>
internal static class SchemaCommands
{
    public static Operator Plan(SchemaCommand command) => command switch
    {
        CreateIndex create => new SchemaChange("CreateIndex", state => Create(state, create)),
        DropIndex drop => new SchemaChange("DropIndex", state => Drop(state, drop)),
        CreateConstraint create => new SchemaChange("CreateConstraint", state => Create(state, create)),
        DropConstraint drop => new SchemaChange("DropConstraint", state => Drop(state, drop)),
        _ => throw CypherErrors.NotSupported($"{command.GetType().Name} is not known.", command.Span.Start),
    };

    private static void Create(ExecutionState state, CreateIndex create)
    {
        var kind = create.Kind switch
        {
            IndexKind.Default or IndexKind.Range => Storage.IndexKind.Range,
            IndexKind.Text => Storage.IndexKind.Text,
            IndexKind.Point => Storage.IndexKind.Point,
            IndexKind.Lookup => (Storage.IndexKind?)null,
            _ => throw CypherErrors.NotSupported("Full-text and vector indexes are not supported here: RANGE, TEXT and POINT indexes are.", create.Span.Start),
        };
        if (kind is not { } known)
        {
            // Labels and types are always looked up; there is nothing to make.
            return;
        }

        var (entity, token, keys) = Target(state, create.Entity, create.Properties);
        Make(create.IfNotExists, () =>
        {
            state.Writer.CreateIndex(NameOf(state, create.Name), known, entity, token, keys);
            state.Counters.IndexesAdded++;
        });
    }

    private static void Create(ExecutionState state, CreateConstraint create)
    {
        var kind = create.Kind switch
        {
            ConstraintKind.Unique => Storage.ConstraintKind.Unique,
            ConstraintKind.NotNull => Storage.ConstraintKind.Exists,
            ConstraintKind.Key => Storage.ConstraintKind.Key,
            _ => throw CypherErrors.NotSupported("Constraints on the type of a property are not supported here: uniqueness, existence and key constraints are.", create.Span.Start),
        };
        var (entity, token, keys) = Target(state, create.Entity, create.Properties);
        Make(create.IfNotExists, () =>
        {
            state.Writer.CreateConstraint(NameOf(state, create.Name), kind, entity, token, keys);
            state.Counters.ConstraintsAdded++;
        });
    }

    /// <summary>With IF NOT EXISTS, what is there already is no error.</summary>
    private static void Make(bool ifNotExists, Action make)
    {
        try
        {
            make();
        }
        catch (StorageException e) when (ifNotExists && e.Error is StorageError.NameTaken or StorageError.IndexExists or StorageError.ConstraintExists)
        {
        }
    }

    private static void Drop(ExecutionState state, DropIndex drop)
    {
        try
        {
            state.Writer.DropIndex(NameOf(state, drop.Name)!);
            state.Counters.IndexesRemoved++;
        }
        catch (StorageException e) when (e.Error == StorageError.IndexNotFound)
        {
            Missing(drop.IfExists, "index", NameOf(state, drop.Name)!);
        }
    }

    private static void Drop(ExecutionState state, DropConstraint drop)
    {
        try
        {
            state.Writer.DropConstraint(NameOf(state, drop.Name)!);
            state.Counters.ConstraintsRemoved++;
        }
        catch (StorageException e) when (e.Error == StorageError.ConstraintNotFound)
        {
            Missing(drop.IfExists, "constraint", NameOf(state, drop.Name)!);
        }
    }

    private static void Missing(bool tolerated, string what, string name)
    {
        if (!tolerated)
        {
            throw new CypherException(
                string.Create(CultureInfo.InvariantCulture, $"Neo.DatabaseError.Schema.{(what == "index" ? "IndexDropFailed" : "ConstraintDropFailed")}"),
                $"Unable to drop {what}: No such {what} {name}.");
        }
    }

    private static string? NameOf(ExecutionState state, SchemaName? name) => name switch
    {
        null => null,
        { Parameter: { } parameter } => state.Parameter(parameter.Name) is { IsString: true } given
            ? given.AsString()
            : throw CypherErrors.Type($"The name ${parameter.Name} is a string."),
        _ => name.Text,
    };

    private static (EntityKind Entity, int Token, int[] Keys) Target(ExecutionState state, SchemaEntity entity, IEnumerable<PropertyAccess> properties)
    {
        int[] keys = [.. properties.Select(p => state.Writer.GetOrAddPropertyKey(p.Key))];
        return entity.IsRelationship
            ? (EntityKind.Relationship, state.Writer.GetOrAddRelationshipType(entity.LabelsOrTypes[0]), keys)
            : (EntityKind.Node, state.Writer.GetOrAddLabel(entity.LabelsOrTypes[0]), keys);
    }
}
