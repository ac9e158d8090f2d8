using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Printer
{
    private void Path(PathPattern pattern)
    {
        if (pattern.Variable is { } variable)
        {
            Expression(variable);
            Put(" = ");
        }
        if (pattern.Selector is { } selector)
        {
            Put(selector.Kind switch
            {
                PathSelectorKind.All => "ALL PATHS ",
                PathSelectorKind.Any => $"ANY {selector.Count} PATHS ",
                PathSelectorKind.AllShortest => "ALL SHORTEST PATHS ",
                PathSelectorKind.Shortest => $"SHORTEST {selector.Count} PATHS ",
                _ => $"SHORTEST {selector.Count} PATH GROUPS ",
            });
        }
        PutIf(pattern.Function == ShortestFunction.ShortestPath, "shortestPath(");
        PutIf(pattern.Function == ShortestFunction.AllShortestPaths, "allShortestPaths(");
        foreach (var element in pattern.Elements) Element(element);
        PutIf(pattern.Function != ShortestFunction.None, ")");
    }

    private void Element(PathElement element)
    {
        switch (element)
        {
            case NodePattern node:
                Put("(");
                Detail(node.Variable, node.Labels, null, node.Properties, node.Where);
                Put(")");
                break;
            case RelationshipPattern relationship:
                Relationship(relationship);
                break;
            case ParenthesizedPath path:
                Put("(");
                foreach (var inner in path.Elements) Element(inner);
                Optional(" WHERE ", path.Where);
                Put(")");
                Quantifier(path.Quantifier);
                break;
        }
    }

    private void Relationship(RelationshipPattern relationship)
    {
        Put(relationship.Direction == PatternDirection.Incoming ? "<-" : "-");
        if (relationship is not { Variable: null, Types: null, Length: null, Properties: null, Where: null })
        {
            Put("[");
            Detail(relationship.Variable, relationship.Types, relationship.Length, relationship.Properties, relationship.Where);
            Put("]");
        }
        Put(relationship.Direction == PatternDirection.Outgoing ? "->" : "-");
        Quantifier(relationship.Quantifier);
    }

    private void Detail(Variable? variable, LabelExpression? labels, VariableLength? length, Expression? properties, Expression? where)
    {
        if (variable is not null) Expression(variable);
        if (labels is not null)
        {
            Put(":");
            Labels(labels);
        }
        if (length is not null) Length(length);
        if (properties is not null)
        {
            PutIf(variable is not null || labels is not null || length is not null, " ");
            Expression(properties);
        }
        if (where is null) return;
        var bare = variable is null && labels is null && length is null && properties is null;
        Put(bare ? "WHERE " : " WHERE ");
        var start = _out.Length;
        Expression(where);
        // (WHERE {a: 1}) would be a node called WHERE with properties.
        if (!bare || _out[start] != '{') return;
        _out.Insert(start, '(');
        Put(")");
    }

    private void Length(VariableLength length)
    {
        Put("*");
        if (length.Minimum is { } minimum) Put($"{minimum}");
        if (length.Minimum == length.Maximum) return;
        Put("..");
        if (length.Maximum is { } maximum) Put($"{maximum}");
    }

    private void Quantifier(PathQuantifier? quantifier)
    {
        if (quantifier is null) return;
        Put(quantifier switch
        {
            { Minimum: 0, Maximum: null } => "*",
            { Minimum: 1, Maximum: null } => "+",
            { Minimum: var minimum, Maximum: var maximum } when minimum == maximum => $"{{{minimum}}}",
            _ => $"{{{quantifier.Minimum},{quantifier.Maximum}}}",
        });
    }

    private void Labels(LabelExpression labels)
    {
        switch (labels)
        {
            case LabelName name:
                Name(name.Name);
                break;
            case LabelWildcard:
                Put("%");
                break;
            case DynamicLabel label:
                Put(label.Any ? "$any(" : "$(");
                Expression(label.Expression);
                Put(")");
                break;
            case LabelNot not:
                Put("!");
                LabelOperand(not.Operand);
                break;
            case LabelAnd and:
                Join(and.Operands, LabelOperand, "&");
                break;
            case LabelOr or:
                Join(or.Operands, operand =>
                {
                    if (operand is LabelAnd) Labels(operand);
                    else LabelOperand(operand);
                }, "|");
                break;
        }
    }

    private void LabelOperand(LabelExpression operand)
    {
        var compound = operand is LabelAnd or LabelOr;
        PutIf(compound, "(");
        Labels(operand);
        PutIf(compound, ")");
    }
}
