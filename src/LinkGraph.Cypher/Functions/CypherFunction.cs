using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions;

/// <summary>What a function does with its arguments, which are as many as it takes.</summary>
public delegate Value FunctionBody(FunctionContext context, ReadOnlySpan<Value> arguments);

/// <summary>A function that makes one value of its arguments.</summary>
public sealed class CypherFunction
{
    /// <param name="name">As Neo4j writes it.</param>
    /// <param name="least">How many arguments it takes at least.</param>
    /// <param name="most">How many it takes at most.</param>
    /// <param name="body">What it does.</param>
    /// <param name="seesNull">Whether it wants to see nulls; otherwise a null among the arguments makes it null.</param>
    /// <param name="isPure">Whether it depends on its arguments only, where it is given any, so that it can be computed once for constants.</param>
    public CypherFunction(string name, int least, int most, FunctionBody body, bool seesNull = false, bool isPure = true) =>
        (Name, LeastArguments, MostArguments, Body, SeesNull, IsPure) = (name, least, most, body, seesNull, isPure);

    public string Name { get; }

    public int LeastArguments { get; }

    public int MostArguments { get; }

    /// <summary>Null arguments make the function null without its body being asked, unless <see cref="SeesNull"/>.</summary>
    public FunctionBody Body { get; }

    public bool SeesNull { get; }

    public bool IsPure { get; }

    /// <summary>Calls the function; the number of arguments has been checked.</summary>
    /// <exception cref="CypherException">An argument does not fit.</exception>
    public Value Invoke(FunctionContext context, params ReadOnlySpan<Value> arguments)
    {
        if (!SeesNull)
        {
            foreach (var argument in arguments)
            {
                if (argument.IsNull)
                {
                    return Value.Null;
                }
            }
        }

        return Body(context, arguments);
    }
}
