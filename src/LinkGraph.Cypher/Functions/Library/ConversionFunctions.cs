using System.Globalization;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>toString(), toInteger(), toFloat(), toBoolean(), and their forms that are null instead of failing.</summary>
internal static class ConversionFunctions
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static IEnumerable<CypherFunction> All =>
    [
        Strict("toString", "a String, Number, Boolean, Temporal or Point", TryToString),
        Strict("toInteger", "a String, Float, Integer or Boolean", TryToInteger),
        Strict("toFloat", "a String, Float or Integer", TryToFloat),
        Strict("toBoolean", "a Boolean, Integer or String", TryToBoolean),
        new("toStringOrNull", 1, 1, static (_, args) => ToStringOrNull(args[0])),
        new("toIntegerOrNull", 1, 1, static (_, args) => ToIntegerOrNull(args[0])),
        new("toFloatOrNull", 1, 1, static (_, args) => ToFloatOrNull(args[0])),
        new("toBooleanOrNull", 1, 1, static (_, args) => ToBooleanOrNull(args[0])),
    ];

    private delegate bool Conversion(Value value, out Value result);

    public static Value ToStringOrNull(Value value) => TryToString(value, out var result) ? result : Value.Null;

    public static Value ToIntegerOrNull(Value value)
    {
        try
        {
            return TryToInteger(value, out var result) ? result : Value.Null;
        }
        catch (CypherException)
        {
            return Value.Null;
        }
    }

    public static Value ToFloatOrNull(Value value) => TryToFloat(value, out var result) ? result : Value.Null;

    public static Value ToBooleanOrNull(Value value) => TryToBoolean(value, out var result) ? result : Value.Null;

    private static CypherFunction Strict(string name, string expected, Conversion convert) =>
        new(name, 1, 1, (_, args) => convert(args[0], out var result) ? result : throw Arguments.Wrong(name, expected, args[0]));

    private static bool TryToString(Value value, out Value result)
    {
        var takes = value.Kind is not (ValueKind.Null or ValueKind.List or ValueKind.Map or ValueKind.Node or ValueKind.Relationship
            or ValueKind.Path or ValueKind.Bytes);
        result = takes ? Value.Of(value.ToString()) : Value.Null;
        return takes;
    }

    private static bool TryToInteger(Value value, out Value result)
    {
        result = value.Kind switch
        {
            ValueKind.Integer => value,
            ValueKind.Float => Value.Of(Saturate(value.AsFloat())),
            ValueKind.Boolean => Value.Of(value.IsTrue ? 1L : 0L),
            ValueKind.String => ParseInteger(value.AsString()),
            _ => Value.Null,
        };
        return !result.IsNull || value.IsString;
    }

    private static Value ParseInteger(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return Value.Of(integer);
        }

        if (!text.AsSpan().ContainsAnyInRange('0', '9') || !double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out var number))
        {
            return Value.Null;
        }

        return Math.Abs(number) >= 9_223_372_036_854_775_808d
            ? throw CypherErrors.Type($"integer, {text}, is too large")
            : Value.Of((long)number);
    }

    private static long Saturate(double value) => double.IsNaN(value) ? 0
        : value >= 9_223_372_036_854_775_808d ? long.MaxValue
        : value <= -9_223_372_036_854_775_808d ? long.MinValue
        : (long)value;

    private static bool TryToFloat(Value value, out Value result)
    {
        result = value.IsNumber ? Value.Of(value.AsNumber()) : value.IsString ? ParseFloat(value.AsString().Trim()) : Value.Null;
        return !result.IsNull || value.IsString;
    }

    private static Value ParseFloat(string text)
    {
        switch (text.TrimStart('+', '-'))
        {
            case "NaN":
                return Value.Of(double.NaN);
            case "Infinity":
                return Value.Of(text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        }

        // Java takes the suffixes of its literals.
        var digits = text.Length > 1 && text[^1] is 'f' or 'F' or 'd' or 'D' ? text.AsSpan(0, text.Length - 1) : text;
        return digits.ContainsAnyInRange('0', '9') && double.TryParse(digits, Decimals, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : Value.Null;
    }

    private static bool TryToBoolean(Value value, out Value result)
    {
        result = value.Kind switch
        {
            ValueKind.Boolean => value,
            ValueKind.Integer => Value.Of(value.AsInteger() != 0),
            ValueKind.String when value.AsString().Trim().Equals("true", StringComparison.OrdinalIgnoreCase) => Value.True,
            ValueKind.String when value.AsString().Trim().Equals("false", StringComparison.OrdinalIgnoreCase) => Value.False,
            _ => Value.Null,
        };
        return !result.IsNull || value.IsString;
    }
}
