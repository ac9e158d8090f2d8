using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>Numeric, logarithmic and trigonometric functions.</summary>
internal static class NumericFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("abs", 1, 1, static (_, args) => Abs(args[0])),
        new("sign", 1, 1, static (_, args) => Sign(args[0])),
        new("isNaN", 1, 1, static (_, args) => Value.Of(double.IsNaN(Arguments.Number("isNaN", args[0])))),
        new("round", 1, 3, Round),
        new("rand", 0, 0, static (context, _) => Value.Of(context.Random.NextDouble()), isPure: false),
        new("e", 0, 0, static (_, _) => Value.Of(Math.E)),
        new("pi", 0, 0, static (_, _) => Value.Of(Math.PI)),
        Of("ceil", Math.Ceiling),
        Of("ceiling", Math.Ceiling),
        Of("floor", Math.Floor),
        Of("sqrt", Math.Sqrt),
        Of("exp", Math.Exp),
        Of("log", Math.Log),
        Of("ln", Math.Log),
        Of("log10", Math.Log10),
        Of("sin", Math.Sin),
        Of("cos", Math.Cos),
        Of("tan", Math.Tan),
        Of("cot", static x => 1 / Math.Tan(x)),
        Of("asin", Math.Asin),
        Of("acos", Math.Acos),
        Of("atan", Math.Atan),
        Of("sinh", Math.Sinh),
        Of("cosh", Math.Cosh),
        Of("tanh", Math.Tanh),
        Of("coth", static x => 1 / Math.Tanh(x)),
        Of("degrees", static x => x * (180 / Math.PI)),
        Of("radians", static x => x / 180 * Math.PI),
        Of("haversin", static x => (1 - Math.Cos(x)) / 2),
        new("atan2", 2, 2, static (_, args) => Value.Of(Math.Atan2(Arguments.Number("atan2", args[0]), Arguments.Number("atan2", args[1])))),
    ];

    private static CypherFunction Of(string name, Func<double, double> function) =>
        new(name, 1, 1, (_, args) => Value.Of(function(Arguments.Number(name, args[0]))));

    private static Value Abs(Value value) => !value.IsInteger ? Value.Of(Math.Abs(Arguments.Number("abs", value)))
        : value.AsInteger() == long.MinValue ? throw CypherErrors.Arithmetic("long overflow")
        : Value.Of(Math.Abs(value.AsInteger()));

    private static Value Sign(Value value)
    {
        var number = Arguments.Number("sign", value);
        return Value.Of(double.IsNaN(number) ? 0L : Math.Sign(number));
    }

    private static Value Round(FunctionContext context, ReadOnlySpan<Value> args)
    {
        var value = Arguments.Number("round", args[0]);
        if (args.Length == 1)
        {
            return Value.Of(double.IsFinite(value) ? Math.Floor(value) + (value - Math.Floor(value) >= 0.5 ? 1 : 0) : value);
        }

        var precision = Arguments.Number("round", args[1]);
        if (precision < 0)
        {
            throw CypherErrors.Argument("Precision argument to 'round()' cannot be negative");
        }

        var mode = args.Length > 2 ? Arguments.Text("round", args[2]) : "HALF_UP";
        var hasDigits = double.IsFinite(value) && precision <= 27 && Math.Abs(value) < 1e15;

        // The mode is looked at where there is nothing to round, too.
        var rounded = hasDigits ? Round(value, (int)precision, mode) : Round(0, 0, mode);
        return Value.Of(hasDigits ? rounded : value);
    }

    private static double Round(double value, int precision, string mode)
    {
        // In decimal, so that 1.25 is a tie and the digits are those that one sees.
        var number = Temporal.DurationFunctions.ToDecimal(Value.Of(value));
        var shift = 1m;
        for (var i = 0; i < precision && Math.Abs(number) * shift < 1e27m / 10; i++)
        {
            shift *= 10;
        }

        var scaled = number * shift;
        var rounded = mode switch
        {
            "CEILING" => decimal.Ceiling(scaled),
            "FLOOR" => decimal.Floor(scaled),
            "UP" => scaled < 0 ? decimal.Floor(scaled) : decimal.Ceiling(scaled),
            "DOWN" => decimal.Truncate(scaled),
            "HALF_UP" => decimal.Round(scaled, MidpointRounding.AwayFromZero),
            "HALF_EVEN" => decimal.Round(scaled, MidpointRounding.ToEven),
            "HALF_DOWN" => scaled < 0 ? decimal.Floor(scaled + 0.5m) : decimal.Ceiling(scaled - 0.5m),
            "UNNECESSARY" => scaled == decimal.Truncate(scaled) ? scaled : throw CypherErrors.Argument("Rounding necessary"),
            _ => throw CypherErrors.Argument(
                "Unknown rounding mode. Valid values are: CEILING, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP, HALF_DOWN, UNNECESSARY."),
        };
        return (double)(rounded / shift);
    }
}
