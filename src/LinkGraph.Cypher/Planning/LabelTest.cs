using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>Label expressions, compiled: of a node they ask for its labels, of a relationship for its type.</summary>
internal static class LabelTest
{
    /// <param name="labels">The expression.</param>
    /// <param name="compile">Compiles the expressions of dynamic labels.</param>
    /// <returns>Whether an entity, neither null nor of another kind, carries them.</returns>
    public static Func<ExecutionState, Value[], Value, bool> Of(LabelExpression labels, Func<Expression, Evaluator> compile)
    {
        switch (labels)
        {
            case LabelName { Name: var name }:
                return (state, _, entity) => Has(state, entity, name);
            case LabelWildcard:
                return (state, _, entity) => entity.Kind == ValueKind.Relationship || HasAny(state, entity);
            case LabelNot { Operand: var operand }:
                var negated = Of(operand, compile);
                return (state, row, entity) => !negated(state, row, entity);
            case LabelAnd { Operands: var all }:
                var every = all.Select(l => Of(l, compile)).ToArray();
                return (state, row, entity) => Array.TrueForAll(every, test => test(state, row, entity));
            case LabelOr { Operands: var some }:
                var any = some.Select(l => Of(l, compile)).ToArray();
                return (state, row, entity) => Array.Exists(any, test => test(state, row, entity));
            case DynamicLabel { Expression: var expression, Any: var one }:
                var names = compile(expression);
                return (state, row, entity) =>
                {
                    var wanted = LabelNames.Of(names(state, row));
                    return one ? wanted.Exists(n => Has(state, entity, n)) : wanted.TrueForAll(n => Has(state, entity, n));
                };
            default:
                throw new InvalidOperationException($"Unknown label expression {labels.GetType().Name}.");
        }
    }

    private static bool Has(ExecutionState state, Value entity, string name) => entity.Kind == ValueKind.Node
        ? !state.IsGone(entity.AsNode()) && state.View.Labels.Find(name) is var label and >= 0 && state.View.HasLabel(entity.AsNode(), label)
        : state.View.RelationshipTypes.Find(name) is var type and >= 0 && state.View.TypeOf(entity.AsRelationship()) == type;

    private static bool HasAny(ExecutionState state, Value node)
    {
        if (state.IsGone(node.AsNode()))
        {
            return false;
        }

        foreach (var _ in state.View.LabelsOf(node.AsNode()))
        {
            return true;
        }

        return false;
    }
}
