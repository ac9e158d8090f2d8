using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Reading;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>CALL of a procedure.</summary>
internal sealed partial class QueryPlanner
{
    private void Procedure(CallProcedureClause call)
    {
        var procedure = plan.Procedures.Find(call.Procedure.FullName)
            ?? throw CypherErrors.ProcedureNotFound($"There is no procedure with the name `{call.Procedure.FullName}` registered for this database instance. Please ensure you've spelled the procedure name correctly.", call.Span.Start);
        var least = procedure.Inputs.Count - procedure.Defaults.Count;
        if (call.Arguments is { } given && (given.Count < least || given.Count > procedure.Inputs.Count))
        {
            throw CypherErrors.Syntax($"Procedure call does not provide the required number of arguments: got {given.Count} expected {(procedure.Defaults.Count > 0 ? $"at least {least} and at most " : "")}{procedure.Inputs.Count}.", call.Span.Start);
        }

        if (procedure.Writes)
        {
            at = reads || writes ? new Eager(at, scope.Slots) : at;
            (plan.Writes, writes) = (true, true);
        }
        else
        {
            BeforeReading();
        }

        var expressions = new ExpressionCompiler(plan, scope);
        Evaluator[] arguments = call.Arguments is { } listed
            ? [.. listed.Select(expressions.Compile), .. Enumerable.Range(listed.Count, procedure.Inputs.Count - listed.Count).Select(Default)]
            : [.. procedure.Inputs.Select((input, i) => i < least ? expressions.Compile(new Parameter(input.Name)) : Default(i))];
        var alone = call.Yield is null or { All: true };
        var yielded = alone ? procedure.Outputs.Select(o => (Column: o.Name, Variable: o.Name)) : call.Yield!.Items.Select(i => (i.Column, Variable: i.VariableName));
        var bound = new List<(int Column, int Slot)>();
        var named = new List<(string Name, int Slot)>();
        foreach (var (column, variable) in yielded)
        {
            var index = procedure.Outputs.ToList().FindIndex(o => o.Name == column);
            if (index < 0)
            {
                throw CypherErrors.Syntax($"Unknown procedure output: `{column}`", call.Span.Start);
            }

            var slot = plan.Frame.Add();
            bound.Add((index, slot));
            named.Add((variable, slot));
        }

        var operation = new ProcedureCall(call.Optional ? new Argument() : at, procedure, arguments, [.. bound]) { Details = procedure.Name };
        at = call.Optional ? new OptionalApply(at, operation, [.. named.Select(n => n.Slot)]) : operation;
        foreach (var (name, slot) in named)
        {
            scope = scope.With(name, slot);
        }

        if (call.Yield?.Where is { } where)
        {
            at = new Filter(at, new ExpressionCompiler(plan, scope).Predicate(where));
        }

        // A CALL that is the whole query gives what it yields.
        columns = alone || hasOneClause ? named : columns;

        Evaluator Default(int argument)
        {
            var value = procedure.DefaultOf(argument)!.Value;
            return (_, _) => value;
        }
    }
}
