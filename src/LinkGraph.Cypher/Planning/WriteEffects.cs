using LinkGraph.Cypher.Functions.Library;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>
/// What clauses that write ask of the graph and change in it, as far as it can be told. Two clauses that do not clash may run row by row, one after the
/// other; otherwise the first has to be done with all rows before the second begins.
/// </summary>
internal sealed class WriteEffects
{
    private static readonly HashSet<string> Reading = new(GraphFunctions.All.Select(f => f.Name), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> readKeys = [], setKeys = [], readTypes = [], madeTypes = [];

    /// <summary>Labels of nodes that are looked for, and of nodes that are made.</summary>
    private readonly List<HashSet<string>> sought = [], made = [];

    private WriteEffects()
    {
    }

    /// <returns>Null if it cannot be told.</returns>
    /// <param name="clause">One that writes.</param>
    /// <param name="scope">What is known before it.</param>
    public static WriteEffects? Of(Clause clause, Scope scope)
    {
        var effects = new WriteEffects();
        var told = clause switch
        {
            MergeClause merge => effects.Add(merge.Pattern, scope, seeks: true) && merge.Actions.All(action => effects.Add(action.Items)),
            CreateClause create => create.Patterns.All(pattern => effects.Add(pattern, scope, seeks: false)),
            SetClause set => effects.Add(set.Items),
            _ => false,
        };
        return told ? effects : null;
    }

    public bool ClashesWith(WriteEffects later) =>
        setKeys.Overlaps(later.setKeys) || Disturbs(later) || later.Disturbs(this);

    public WriteEffects With(WriteEffects later)
    {
        var both = new WriteEffects();
        foreach (var one in (WriteEffects[])[this, later])
        {
            both.readKeys.UnionWith(one.readKeys);
            both.setKeys.UnionWith(one.setKeys);
            both.readTypes.UnionWith(one.readTypes);
            both.madeTypes.UnionWith(one.madeTypes);
            both.sought.AddRange(one.sought);
            both.made.AddRange(one.made);
        }

        return both;
    }

    /// <summary>Whether what this changes could be what the other asks for.</summary>
    private bool Disturbs(WriteEffects other) =>
        setKeys.Overlaps(other.readKeys) || madeTypes.Overlaps(other.readTypes) || made.Exists(node => other.sought.Exists(labels => labels.IsSubsetOf(node)));

    private bool Add(PathPattern pattern, Scope scope, bool seeks) =>
        pattern is { Selector: null, Function: ShortestFunction.None } && pattern.Elements.All(element => element switch
        {
            NodePattern node => Add(node, scope, seeks),
            RelationshipPattern { Types: LabelName type, Length: null, Quantifier: null, Where: null } edge => Add(type.Name, edge, seeks),
            _ => false,
        });

    private bool Add(NodePattern node, Scope scope, bool seeks)
    {
        if (node is { Variable: { } known, Labels: null, Properties: null, Where: null } && scope.Has(known.Name))
        {
            return true;
        }

        HashSet<string> labels = [];
        if (node.Where is not null || !AddLabels(node.Labels, labels))
        {
            return false;
        }

        made.Add(labels);
        if (seeks)
        {
            sought.Add(labels);
        }

        return AddProperties(node.Properties, seeks);
    }

    private bool Add(string type, RelationshipPattern edge, bool seeks)
    {
        madeTypes.Add(type);
        if (seeks)
        {
            readTypes.Add(type);
        }

        return AddProperties(edge.Properties, seeks);
    }

    private static bool AddLabels(LabelExpression? expression, HashSet<string> labels) => expression switch
    {
        null => true,
        LabelName name => labels.Add(name.Name) || true,
        LabelAnd and => and.Operands.All(operand => AddLabels(operand, labels)),
        _ => false,
    };

    private bool AddProperties(Expression? properties, bool seeks)
    {
        if (properties is null)
        {
            return true;
        }

        if (properties is not MapLiteral map)
        {
            return false;
        }

        readKeys.UnionWith(map.Entries.Where(_ => seeks).Select(entry => entry.Key));
        return map.Entries.All(entry => Reads(entry.Value));
    }

    private bool Add(IEnumerable<SetItem> items) => items.All(item =>
    {
        if (item is not SetProperty { Target: { Subject: Variable } target } set)
        {
            return false;
        }

        setKeys.Add(target.Key);
        return Reads(set.Value);
    });

    /// <summary>Adds what an expression asks of the graph: properties, as far as it is known here.</summary>
    private bool Reads(Expression expression)
    {
        switch (expression)
        {
            case PropertyAccess access:
                readKeys.Add(access.Key);
                break;
            case IndexAccess { Index: not IntegerLiteral } or LabelPredicate or MapProjection:
                return false;
            case FunctionInvocation call when call.Namespace.Count == 0 && Reading.Contains(call.Name):
                return false;
            case Variable or Parameter or Literal or CaseSubject:
                return true;
            default:
                // Subqueries and patterns have no operands that are looked at here.
                if (!ExpressionTree.Children(expression).Any())
                {
                    return expression is ListLiteral or MapLiteral or FunctionInvocation;
                }

                break;
        }

        return ExpressionTree.Children(expression).All(Reads);
    }
}
