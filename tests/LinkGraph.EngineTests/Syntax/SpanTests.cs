using System.Collections;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.EngineTests.Syntax;

public sealed class SpanTests
{
    [Fact]
    public void Parse_ExpressionOfTheTck_HasASpanWhoseTextIsThatExpression()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var query in TckQuery.ReadAll(SharedFiles.Require("tck/features")).Select(q => q.Text).Distinct())
        {
            if (Read(query) is not { } tree) continue;
            foreach (var expression in Descendants(tree).OfType<Expression>().Where(e => !Descendants(e).OfType<CaseSubject>().Any()))
            {
                seen++;
                var text = query.Substring(expression.Span.Offset, expression.Span.Length);
                var lines = query[..expression.Span.Offset].Split('\n');
                var returned = Read("RETURN " + text) as QueryStatement;
                var again = (returned?.Query.First.Clauses[0] as ReturnClause)?.Projection.Items[0].Expression;
                if (!expression.Equals(again) || expression.Span.Line != lines.Length || expression.Span.Column != lines[^1].Length + 1)
                    wrong.Add($"{expression.GetType().Name} '{text}' of {query}");
            }
        }
        Assert.True(seen > 20_000, $"Only {seen} expressions were seen.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} are wrong:\n{string.Join('\n', wrong.Take(20))}");
    }

    [Theory]
    [InlineData("RETURN count( * )", "count( * )")]
    [InlineData("RETURN  1+\n 2  AS  x", "x")]
    [InlineData("RETURN (n.a)", "(n.a)")]
    [InlineData("RETURN `a b`", "a b")]
    [InlineData("RETURN n . x /* c */ ", "n . x")]
    [InlineData("RETURN toUpper( 'a' )  , 2", "toUpper( 'a' )")]
    public void Parse_ProjectionItem_KeepsTheColumnNameAsWritten(string query, string column)
    {
        var statement = Assert.IsType<QueryStatement>(CypherParser.Parse(query));
        Assert.Equal(column, Assert.IsType<ReturnClause>(statement.Query.First.Clauses[0]).Projection.Items[0].ColumnName);
    }

    private static Statement? Read(string query)
    {
        try
        {
            return CypherParser.Parse(query);
        }
        catch (CypherException)
        {
            return null;
        }
    }

    private static IEnumerable<SyntaxNode> Descendants(object? value) => value switch
    {
        SyntaxNode node => node.GetType().GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0 && (typeof(SyntaxNode).IsAssignableFrom(p.PropertyType) || typeof(IEnumerable).IsAssignableFrom(p.PropertyType)))
            .SelectMany(p => Descendants(p.GetValue(node))).Prepend(node),
        string => [],
        IEnumerable items => items.Cast<object>().SelectMany(Descendants),
        _ => [],
    };
}
