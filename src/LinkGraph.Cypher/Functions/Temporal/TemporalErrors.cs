using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>Failures of temporal values in the words of Neo4j.</summary>
internal static class TemporalErrors
{
    /// <summary>Runs what makes a temporal value; a part that is out of range is an ArgumentError.</summary>
    public static T Argument<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw CypherErrors.Argument(Describe(e));
        }
    }

    /// <summary>Runs what moves a temporal value; one that leaves the calendar is an ArithmeticError.</summary>
    public static T Arithmetic<T>(Func<T> move)
    {
        try
        {
            return move();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw CypherErrors.Arithmetic(Describe(e));
        }
        catch (OverflowException)
        {
            throw CypherErrors.Arithmetic("long overflow");
        }
        catch (DivideByZeroException)
        {
            throw CypherErrors.Arithmetic("/ by zero");
        }
    }

    /// <summary>Such as: Invalid value for month (Must be 1 to 12.): 13.</summary>
    public static string Describe(ArgumentOutOfRangeException e) =>
        $"Invalid value for {e.ParamName} ({e.Message.Split(" (Parameter", StringSplitOptions.None)[0].TrimEnd('.').ToLowerInvariant()}): {e.ActualValue}";

    public static CypherException NoSuchField(string name) => CypherErrors.Type($"No such field: {name}");

    public static CypherException WrongArgument(string function, Value value) =>
        CypherErrors.Type($"Invalid argument for {function}(): {value.Kind} {value}");

    public static CypherException NoDate(Value value) => CypherErrors.Type($"Cannot get the date of: {value}");

    public static CypherException NoTime(Value value) => CypherErrors.Type($"Cannot get the time of: {value}");
}
