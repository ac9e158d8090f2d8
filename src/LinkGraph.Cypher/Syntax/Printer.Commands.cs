using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    private void Schema(SchemaCommand command)
    {
        switch (command)
        {
            case CreateIndex index: CreateIndex(index); break;
            case CreateConstraint constraint: CreateConstraint(constraint); break;
            case DropIndex drop: Put("DROP INDEX"); SchemaName(drop.Name); PutIf(drop.IfExists, " IF EXISTS"); break;
            case DropConstraint drop: Put("DROP CONSTRAINT"); SchemaName(drop.Name); PutIf(drop.IfExists, " IF EXISTS"); break;
        }
    }

    private void SchemaName(SchemaName? name)
    {
        if (name is null) return;
        Put(" ");
        if (name.Parameter is { } parameter) Expression(parameter);
        else Name(name.Text!);
    }

    private void CreateIndex(CreateIndex index)
    {
        Put("CREATE ").Put(IndexWord(index.Kind)).Put("INDEX");
        SchemaName(index.Name);
        PutIf(index.IfNotExists, " IF NOT EXISTS");
        Entity(index.Entity);
        if (index.Kind == IndexKind.Lookup)
        {
            Put(index.Entity.IsRelationship ? " ON EACH type(" : " ON EACH labels(");
            Name(index.Entity.Variable.Name);
            Put(")");
        }
        else
        {
            Put(index.Kind == IndexKind.Fulltext ? " ON EACH [" : " ON (");
            Join(index.Properties, Expression);
            Put(index.Kind == IndexKind.Fulltext ? "]" : ")");
        }
        Optional(" OPTIONS ", index.OptionMap);
    }

    private static string IndexWord(IndexKind kind) => kind == IndexKind.Default ? "" : kind.ToString().ToUpperInvariant() + " ";

    private void Entity(SchemaEntity entity)
    {
        Put(entity.IsRelationship ? " FOR ()-[" : " FOR (");
        Name(entity.Variable.Name);
        PutIf(entity.LabelsOrTypes.Count > 0, ":");
        Join(entity.LabelsOrTypes, Name, "|");
        Put(entity.IsRelationship ? "]-()" : ")");
    }

    private void CreateConstraint(CreateConstraint constraint)
    {
        Put("CREATE CONSTRAINT");
        SchemaName(constraint.Name);
        PutIf(constraint.IfNotExists, " IF NOT EXISTS");
        Entity(constraint.Entity);
        Put(" REQUIRE (");
        Join(constraint.Properties, Expression);
        Put(constraint.Kind switch
        {
            ConstraintKind.Unique => ") IS UNIQUE",
            ConstraintKind.NotNull => ") IS NOT NULL",
            ConstraintKind.Key => ") IS KEY",
            _ => ") IS :: ",
        });
        if (constraint.Type is { } type) Type(type);
        Optional(" OPTIONS ", constraint.OptionMap);
    }

    private void Show(ShowStatement show)
    {
        Join(show.Commands, ShowCommand, " ");
        if (show.Return is not { } result) return;
        Put(" ");
        Clause(result);
    }

    private void ShowCommand(ShowCommand command)
    {
        switch (command)
        {
            case ShowIndexes indexes: Put($"SHOW {IndexWord(indexes.Kind)}INDEXES"); break;
            case ShowConstraints constraints: ShowConstraints(constraints); break;
            case ShowFunctions functions:
                Put(functions.Filter switch
                {
                    FunctionFilter.BuiltIn => "SHOW BUILT IN FUNCTIONS",
                    FunctionFilter.UserDefined => "SHOW USER DEFINED FUNCTIONS",
                    _ => "SHOW FUNCTIONS",
                });
                Executable(functions.ExecutableBy);
                break;
            case ShowProcedures procedures: Put("SHOW PROCEDURES"); Executable(procedures.ExecutableBy); break;
            case ShowDatabases databases: ShowDatabases(databases); break;
            case ShowTransactions transactions: Named("SHOW TRANSACTIONS", transactions.Ids); break;
            case TerminateTransactions transactions: Named("TERMINATE TRANSACTIONS", transactions.Ids); break;
            case ShowSettings settings: Named("SHOW SETTINGS", settings.Names); break;
            case ShowUsers users: Put(users.Current ? "SHOW CURRENT USER" : "SHOW USERS"); break;
        }
        if (command.Yield is { } yield)
        {
            Put(" YIELD ");
            Projection(yield);
        }
        Optional(" WHERE ", command.Where);
    }

    private void Named(string words, SyntaxList<Expression> names)
    {
        Put(words);
        PutIf(names.Count > 0, " ");
        Join(names, Expression);
    }

    private void Executable(string? by)
    {
        if (by is null) return;
        Put(" EXECUTABLE");
        if (by.Length == 0) return;
        Put(" BY ");
        Name(by);
    }

    private void ShowDatabases(ShowDatabases databases)
    {
        Put(databases.Filter switch
        {
            DatabaseFilter.Default => "SHOW DEFAULT DATABASE",
            DatabaseFilter.Home => "SHOW HOME DATABASE",
            DatabaseFilter.Named => "SHOW DATABASE ",
            _ => "SHOW DATABASES",
        });
        if (databases.Name is StringLiteral name) Name(name.Value);
        else Optional("", databases.Name);
    }

    private void ShowConstraints(ShowConstraints constraints)
    {
        Put("SHOW ");
        PutIf(constraints.Entities != EntityFilter.All, constraints.Entities.ToString().ToUpperInvariant() + " ");
        Put(constraints.Filter switch
        {
            ConstraintFilter.Unique => "UNIQUENESS ",
            ConstraintFilter.Key => "KEY ",
            ConstraintFilter.Exist => "EXISTENCE ",
            ConstraintFilter.Typed => "PROPERTY TYPE ",
            _ => "",
        });
        Put("CONSTRAINTS");
    }
}
