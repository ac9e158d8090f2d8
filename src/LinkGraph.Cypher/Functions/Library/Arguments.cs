using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Arguments of a function as what it needs; others are TypeErrors.</summary>
internal static class Arguments
{
    public static string Text(string function, Value value) => value.IsString ? value.AsString() : throw Wrong(function, "a String", value);

    public static long Integer(string function, Value value) => value.IsInteger ? value.AsInteger() : throw Wrong(function, "an Integer", value);

    public static double Number(string function, Value value) => value.IsNumber ? value.AsNumber() : throw Wrong(function, "a Float or Integer", value);

    public static Value[] List(string function, Value value) => value.Kind == ValueKind.List ? value.AsList() : throw Wrong(function, "a List", value);

    /// <summary>An integer, or a float cut to one: what reaches a function through a property may be either.</summary>
    public static long Whole(string function, Value value) => value.IsInteger ? value.AsInteger() : (long)Number(function, value);

    /// <summary>A number that counts something.</summary>
    public static int Count(string function, Value value)
    {
        var number = Whole(function, value);
        return number < 0
            ? throw CypherErrors.Argument($"Invalid input for function '{function}()': {number} is negative")
            : (int)Math.Min(number, int.MaxValue);
    }

    public static CypherException Wrong(string function, string expected, Value value) =>
        CypherErrors.Type($"Invalid input for function '{function}()': Expected {expected}, got: {value.Kind} {value}");
}
