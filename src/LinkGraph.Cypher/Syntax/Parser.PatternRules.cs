using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>What patterns of one clause may hold and those of another may not, as far as the text alone shows it.</summary>
internal sealed partial class Parser
{
    /// <summary>CREATE and MERGE take paths of nodes and relationships that say exactly what is to be made.</summary>
    private void CheckWritten(PathPattern pattern, string clause)
    {
        if (pattern.Selector is { } selector)
            throw Refused($"Path selectors cannot be used in a {clause} clause, but only in a MATCH clause.", selector);
        if (pattern.Function != ShortestFunction.None) throw Refused($"shortestPath(...) cannot be used to {clause}", pattern);
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case NodePattern node: CheckWrittenNode(node, clause); break;
                case RelationshipPattern relationship: CheckWrittenRelationship(relationship, clause); break;
                default:
                    throw Refused($"Parenthesized path patterns cannot be used in a {clause} clause, but only in a MATCH clause.", element);
            }
        }
        if (clause == "MERGE") CheckLiteralProperties(pattern.Elements, clause);
    }

    private void CheckWrittenNode(NodePattern node, string clause)
    {
        if (node.Where is { } where)
        {
            throw Refused(
                $"Node pattern predicates are not allowed in a {clause} clause, "
                + "but only in a MATCH clause or inside a pattern comprehension",
                where);
        }
        IReadOnlyList<LabelExpression> labels = node.Labels switch { null => [], LabelAnd and => and.Operands, var single => [single] };
        foreach (var label in labels)
        {
            if (label is DynamicLabel { Any: true })
                throw Refused("Dynamic labels using `$any()` are not allowed in CREATE or MERGE.", label);
            if (label is LabelName or DynamicLabel) continue;
            throw Refused(
                $"Label expressions in patterns are not allowed in a {clause} clause, but only in a MATCH clause and in expressions",
                label);
        }
    }

    private void CheckWrittenRelationship(RelationshipPattern relationship, string clause)
    {
        if (relationship.Length is not null) throw Refused($"Variable length relationships cannot be used in {clause}", relationship);
        if (relationship.Quantifier is not null)
            throw Refused($"Quantified relationships cannot be used in a {clause} clause, but only in a MATCH clause.", relationship);
        if (relationship.Where is { } where)
        {
            throw Refused(
                $"Relationship pattern predicates are not allowed in a {clause} clause, "
                + "but only in a MATCH clause or inside a pattern comprehension",
                where);
        }
        if (relationship.Types is null)
        {
            throw Refused(
                $"Exactly one relationship type must be specified for {clause}. "
                + "Did you forget to prefix your relationship type with a ':'?",
                relationship);
        }
        if (relationship.Types is DynamicLabel { Any: true } any)
            throw Refused("Dynamic types using `$any()` are not allowed in CREATE or MERGE.", any);
        if (relationship.Types is not (LabelName or DynamicLabel))
            throw Refused($"A single relationship type must be specified for {clause}", relationship);
        if (relationship.Direction == PatternDirection.Both && clause != "MERGE")
            throw Refused($"Only directed relationships are supported in {clause}", relationship);
    }

    /// <summary>What MATCH, and a bare pattern in EXISTS or COUNT, may not hold.</summary>
    private void CheckMatched(SyntaxList<PathPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            CheckLiteralProperties(pattern.Elements, "MATCH");
            if (patterns.Count > 1 && pattern.Selector is { Kind: not PathSelectorKind.All } selector)
            {
                throw Refused(
                    "Multiple path patterns cannot be used in the same clause in combination with a selective path selector.", selector);
            }
        }
    }

    private void CheckLiteralProperties(SyntaxList<PathElement> elements, string clause)
    {
        foreach (var element in elements)
        {
            var properties = element switch
            {
                NodePattern node => node.Properties,
                RelationshipPattern relationship => relationship.Properties,
                _ => null,
            };
            if (properties is Parameter parameter)
            {
                throw Refused(
                    $"Parameter maps cannot be used in `{clause}` patterns "
                    + $"(use a literal map instead, e.g. `{{id: ${parameter.Name}.id}}`)",
                    parameter);
            }
            if (element is ParenthesizedPath path) CheckLiteralProperties(path.Elements, clause);
        }
    }

    private CypherException Refused(string message, SyntaxNode node) => CypherErrors.Syntax(message, _text, node.Span.Start);
}
