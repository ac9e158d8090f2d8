using LinkGraph.Cypher.Syntax;

namespace LinkGraph.Cypher;

/// <summary>A query failed. <see cref="Code"/> is one of Neo4j's status codes, as <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
public sealed class CypherException : Exception
{
    public CypherException(string code, string message, SourcePosition? position = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Position = position;
    }

    public string Code { get; }

    /// <summary>Where in the query text, if the failure has a place.</summary>
    public SourcePosition? Position { get; }
}
