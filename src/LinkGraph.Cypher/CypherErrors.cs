using LinkGraph.Cypher.Syntax;

namespace LinkGraph.Cypher;

/// <summary>The kinds of failure of a query, with Neo4j's status codes.</summary>
public static class CypherErrors
{
    /// <summary>
    /// A text that is no valid query. The message is completed with the place, the line and a caret under it;
    /// the text is the whole query.
    /// </summary>
    public static CypherException Syntax(string message, string text, SourcePosition position) =>
        new("Neo.ClientError.Statement.SyntaxError", Diagnostic.Format(message, text, position), position);

    /// <summary>A text that is no valid query, where the text is not at hand.</summary>
    public static CypherException Syntax(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.SyntaxError", position is { } p ? $"{message} ({p})" : message, position);

    public static CypherException Semantic(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.SemanticError", message, position);

    public static CypherException Type(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.TypeError", message, position);

    public static CypherException Argument(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.ArgumentError", message, position);

    public static CypherException Arithmetic(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.ArithmeticError", message, position);

    public static CypherException EntityNotFound(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.EntityNotFound", message, position);

    public static CypherException ParameterMissing(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.ParameterMissing", message, position);

    public static CypherException ExternalResourceFailed(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.ExternalResourceFailed", message, position);

    public static CypherException NotSupported(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Statement.UnsupportedOperationError", message, position);

    public static CypherException ConstraintViolation(string message, Exception? inner = null) =>
        new("Neo.ClientError.Schema.ConstraintValidationFailed", message, null, inner);

    public static CypherException SchemaRuleExists(string message) =>
        new("Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists", message);

    public static CypherException ProcedureNotFound(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Procedure.ProcedureNotFound", message, position);

    public static CypherException ProcedureFailed(string message, Exception? inner = null) =>
        new("Neo.ClientError.Procedure.ProcedureCallFailed", message, null, inner);

    /// <summary>A statement that commits in parts, in a transaction of several statements.</summary>
    public static CypherException OnlyAlone() => new(
        "Neo.DatabaseError.Transaction.TransactionStartFailed",
        "A query with 'CALL { ... } IN TRANSACTIONS' can only be executed in an implicit transaction, but tried to execute in an explicit transaction.");

    public static CypherException DatabaseNotFound(string message, SourcePosition? position = null) =>
        new("Neo.ClientError.Database.DatabaseNotFound", message, position);

    public static CypherException TransactionTimedOut(string message) =>
        new("Neo.ClientError.Transaction.TransactionTimedOut", message);

    public static CypherException TransactionTerminated(string message) =>
        new("Neo.TransientError.Transaction.Terminated", message);

    /// <summary>The write lock was not had in time; running the transaction again may succeed.</summary>
    public static CypherException LockTimedOut(string message) =>
        new("Neo.TransientError.Transaction.LockAcquisitionTimeout", message);

    public static CypherException OutOfMemory(string message) =>
        new("Neo.TransientError.General.MemoryPoolOutOfMemoryError", message);
}
