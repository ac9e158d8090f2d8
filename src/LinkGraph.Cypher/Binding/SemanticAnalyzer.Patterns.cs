using LinkGraph.Cypher.Planning;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>MATCH, CREATE and MERGE.</summary>
internal sealed partial class SemanticAnalyzer
{
    private void Match(MatchClause match, Names names)
    {
        HashSet<string> relationships = new(StringComparer.Ordinal);
        if (match.Patterns.SelectMany(p => p.Elements).OfType<RelationshipPattern>().FirstOrDefault(r => r.Length is not null) is { } varying
            && SyntaxWalk.Any(match, n => n is PathQuantifier))
        {
            throw CypherErrors.Syntax(
                "Mixing variable-length relationships ('-[*]-') with quantified relationships ('()-->*()') or quantified path patterns ('(()-->())*') is not allowed.",
                varying.Span.Start);
        }

        if (match.Patterns.SelectMany(p => p.Elements).OfType<RelationshipPattern>().FirstOrDefault(r => r.Length is not null && !EdgeTypes.AreNames(r.Types)) is { } unnamed)
        {
            throw CypherErrors.Syntax("Variable length relationships must not use relationship type expressions.", unnamed.Types!.Span.Start);
        }

        foreach (var pattern in match.Patterns)
        {
            Declare(pattern, names, relationships, names.Copy());
        }

        foreach (var pattern in match.Patterns)
        {
            Inside(pattern, names, true);
        }

        if (match.Where is { } where)
        {
            new ExpressionChecker(this, names).Predicate(where);
        }
    }

    /// <summary>A pattern by itself: what it declares and what is written in it.</summary>
    public void Pattern(PathPattern pattern, Names names, HashSet<string> relationships)
    {
        Declare(pattern, names, relationships, names.Copy());
        Inside(pattern, names, true);
    }

    private static void Declare(PathPattern pattern, Names names, HashSet<string> relationships, Names before)
    {
        foreach (var element in pattern.Elements)
        {
            Declare(element, names, relationships, before);
        }

        if (pattern.Variable is { } path)
        {
            names.Declare(path, StaticType.Path);
        }
    }

    private static void Declare(PathElement element, Names names, HashSet<string> relationships, Names before)
    {
        switch (element)
        {
            case NodePattern { Variable: { } node }:
                names.DeclareOrMeet(node, StaticType.Node);
                break;
            case RelationshipPattern { Variable: { } relationship } pattern:
                var many = pattern.Length is not null || pattern.Quantifier is not null;
                if (!relationships.Add(relationship.Name) && !before.Has(relationship.Name))
                {
                    throw CypherErrors.Syntax($"Cannot use the same relationship variable '{relationship.Name}' for multiple relationships", relationship.Span.Start);
                }

                names.DeclareOrMeet(relationship, many ? StaticType.ListOf(StaticType.Relationship) : StaticType.Relationship);
                break;
            case ParenthesizedPath inner:
                Declare(inner, names, relationships, before);
                break;
            default:
                break;
        }
    }

    /// <summary>A variable of a quantified path is a list outside of it.</summary>
    private static void Declare(ParenthesizedPath path, Names names, HashSet<string> relationships, Names before)
    {
        var own = path.Quantifier is null ? names : new Names();
        foreach (var part in path.Elements)
        {
            Declare(part, own, relationships, before);
        }

        foreach (var name in path.Quantifier is null ? [] : own.All)
        {
            if (names.Has(name))
            {
                throw CypherErrors.Syntax($"The variable `{name}` occurs both inside and outside a quantified path pattern and needs to be renamed.", path.Span.Start);
            }

            names.Set(name, StaticType.ListOf(own.TypeOf(name)!));
        }
    }

    /// <summary>What is written inside parentheses sees each of its variables by itself.</summary>
    private void Inside(ParenthesizedPath path, Names names, bool matched)
    {
        var inner = names.Copy();
        foreach (var variable in path.Elements.Select(e => (e as NodePattern)?.Variable).OfType<Variable>())
        {
            inner.Set(variable.Name, StaticType.Node);
        }

        foreach (var variable in path.Elements.OfType<RelationshipPattern>().Where(r => r.Length is null && r.Quantifier is null).Select(r => r.Variable).OfType<Variable>())
        {
            inner.Set(variable.Name, StaticType.Relationship);
        }

        Inside(new PathPattern(null, null, ShortestFunction.None, path.Elements), inner, matched);
        if (path.Where is { } where)
        {
            new ExpressionChecker(this, inner).Predicate(where);
        }
    }

    private void Inside(PathPattern pattern, Names names, bool matched)
    {
        foreach (var path in pattern.Elements.OfType<ParenthesizedPath>())
        {
            Inside(path, names, matched);
        }

        foreach (var element in pattern.Elements)
        {
            var (properties, where, variable) = element switch
            {
                NodePattern node => (node.Properties, node.Where, node.Variable),
                RelationshipPattern relationship => (relationship.Properties, relationship.Where, relationship.Variable),
                _ => (null, null, null),
            };
            if (matched && properties is Parameter)
            {
                throw CypherErrors.Syntax("Parameter maps cannot be used in `MATCH` or `MERGE` patterns (use a literal map instead, e.g. `{id: $param.id}`)", properties.Span.Start);
            }

            var checker = new ExpressionChecker(this, names);
            if (properties is not null)
            {
                checker.Check(properties);
            }

            if (where is not null)
            {
                var inner = names.Copy();
                if (variable is not null && element is RelationshipPattern { Length: not null } or RelationshipPattern { Quantifier: not null })
                {
                    inner.Set(variable.Name, StaticType.Relationship);
                }

                new ExpressionChecker(this, inner).Predicate(where);
            }
        }
    }

    private void Create(CreateClause create, Names names)
    {
        foreach (var pattern in create.Patterns)
        {
            Made(pattern, names, false);
        }
    }

    private void Merge(MergeClause merge, Names names)
    {
        if (SyntaxWalk.First(merge, n => n is ExistsExpression or CountExpression or CollectExpression) is { } subquery)
        {
            throw CypherErrors.Syntax("Subquery expressions are not allowed in a MERGE clause.", subquery.Span.Start);
        }

        Made(merge.Pattern, names, true);
        foreach (var action in merge.Actions)
        {
            Set(action.Items, names);
        }
    }

    private void Made(PathPattern pattern, Names names, bool merged)
    {
        var before = names.Copy();
        if (pattern.Function != ShortestFunction.None || pattern.Selector is not null)
        {
            throw CypherErrors.Syntax("shortestPath cannot be used to CREATE or MERGE", pattern.Span.Start);
        }

        foreach (var element in pattern.Elements)
        {
            if (element is NodePattern node)
            {
                if (node.Variable is { } variable && names.Has(variable.Name)
                    && (pattern.Elements.Count == 1 || node.Labels is not null || node.Properties is not null))
                {
                    throw CypherErrors.Syntax($"Can't create node `{variable.Name}` with labels or properties here. The variable is already declared in this context", variable.Span.Start);
                }

                if (node.Variable is { } named)
                {
                    names.DeclareOrMeet(named, StaticType.Node);
                }
            }
            else if (element is RelationshipPattern relationship)
            {
                Made(relationship, names, merged);
            }
            else
            {
                throw CypherErrors.Syntax("Quantified paths cannot be used to CREATE or MERGE", element.Span.Start);
            }
        }

        if (pattern.Variable is { } path)
        {
            names.Declare(path, StaticType.Path);
        }

        // What is being made cannot be read: properties know what was there before, and earlier parts of a CREATE.
        Inside(pattern, merged ? before : names, merged);
    }

    private static void Made(RelationshipPattern relationship, Names names, bool merged)
    {
        if (relationship.Length is not null || relationship.Quantifier is not null)
        {
            throw CypherErrors.Syntax("Variable length relationships cannot be used to CREATE or MERGE", relationship.Span.Start);
        }

        if (relationship.Types is not (LabelName or DynamicLabel))
        {
            throw CypherErrors.Syntax("Exactly one relationship type must be specified for each relationship pattern in CREATE and MERGE.", relationship.Span.Start);
        }

        if (relationship.Direction == PatternDirection.Both && !merged)
        {
            throw CypherErrors.Syntax("Only directed relationships are supported in CREATE", relationship.Span.Start);
        }

        if (relationship.Variable is { } variable)
        {
            names.Declare(variable, StaticType.Relationship);
        }
    }
}
