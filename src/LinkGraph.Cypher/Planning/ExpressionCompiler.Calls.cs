using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Expressions;
using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Planning;

/// <summary>Calls of functions.</summary>
internal sealed partial class ExpressionCompiler
{
    private Evaluator Call(FunctionInvocation call)
    {
        var arguments = call.Arguments.Select(Compile).ToArray();
        if (call.Name == ExpressionCompilerNames.HasProperties)
        {
            return (state, row) => EntityProperties.Include(state, arguments[0](state, row), arguments[1](state, row));
        }

        if (call is { Namespace.Count: 0, Arguments: [PatternExpression] } && call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase))
        {
            return arguments[0];
        }

        if (call.Namespace.Count == 0 && call.Name.Equals("coalesce", StringComparison.OrdinalIgnoreCase))
        {
            return (state, row) =>
            {
                foreach (var argument in arguments)
                {
                    if (argument(state, row) is { IsNull: false } value)
                    {
                        return value;
                    }
                }

                return Value.Null;
            };
        }

        if (ExpressionTree.IsAggregate(call))
        {
            throw CypherErrors.Syntax($"Invalid use of aggregating function {call.Name}(...) in this context", call.Span.Start);
        }

        var function = FunctionRegistry.Find(call.FullName) ?? throw CypherErrors.Syntax($"Unknown function '{call.FullName}'", call.Span.Start);
        if (arguments.Length < function.LeastArguments || arguments.Length > function.MostArguments)
        {
            throw CypherErrors.Syntax($"{(arguments.Length < function.LeastArguments ? "Insufficient" : "Too many")} parameters for function '{call.FullName}'", call.Span.Start);
        }

        var invocation = Invocation(function, arguments);
        return function.IsPure && arguments.Length > 0 && call.Arguments.All(a => a is Literal) ? Once(invocation) : invocation;
    }

    /// <summary>Of constants: computed when it is first wanted, so that what is wrong with it shows no earlier. Plans live long: what is large is not kept.</summary>
    private static Evaluator Once(Evaluator of)
    {
        const long MostBytes = 4096;
        object? value = null;
        return (state, row) =>
        {
            if (value is Value known)
            {
                return known;
            }

            var computed = of(state, row);
            value = MemoryMeter.Of(computed) <= MostBytes ? computed : null;
            return computed;
        };
    }

    private static Evaluator Invocation(CypherFunction function, Evaluator[] arguments) => arguments switch
    {
        [] => (state, _) => function.Invoke(state.Functions),
        [var only] => (state, row) => function.Invoke(state.Functions, only(state, row)),
        [var first, var second] => (state, row) => function.Invoke(state.Functions, first(state, row), second(state, row)),
        _ => (state, row) => function.Invoke(state.Functions, Array.ConvertAll(arguments, a => a(state, row))),
    };
}
