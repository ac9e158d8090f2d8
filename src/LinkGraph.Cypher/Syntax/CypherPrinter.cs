using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Writes syntax trees as Cypher. Parsing what is printed gives an equal tree.</summary>
public static class CypherPrinter
{
    /// <summary>The canonical text of a statement, clause, pattern or expression, on one line.</summary>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var printer = new Printer();
        printer.Node(node);
        return printer.ToString();
    }
}
