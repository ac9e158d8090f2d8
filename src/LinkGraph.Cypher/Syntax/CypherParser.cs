using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Reads Cypher as Neo4j 5 has it.</summary>
public static class CypherParser
{
    /// <summary>Reads one statement, with an optional semicolon behind it. Takes time and memory linear in the text.</summary>
    /// <exception cref="CypherException">The text is no valid statement (SyntaxError); the message shows the place.</exception>
    public static Statement Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Parser(query).ParseStatement();
    }
}
