using System.Globalization;
using System.Text;
using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Functions.Aggregates;
using LinkGraph.Cypher.Functions.Operators;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Functions;

/// <summary>
/// Evaluates expressions without variables while it reads them, straight on the functions and operators: their tests need neither the parser nor
/// the planner.
/// </summary>
internal sealed class Expressions(string text, FunctionContext context)
{
    private static readonly string[] Signs = ["<>", "<=", ">=", "=", "<", ">"];
    private static readonly string[] Words = ["STARTS WITH", "ENDS WITH", "IS NOT NULL", "IS NULL", "CONTAINS", "=~", "IN"];

    private int at;

    public static Value Evaluate(string text, FunctionContext context)
    {
        var reader = new Expressions(text, context);
        var value = reader.Or();
        reader.Space();
        return reader.at == text.Length ? value : throw new FormatException($"Cannot read on at {reader.at}: {text}");
    }

    /// <summary>UNWIND list AS x RETURN function(x, parameter).</summary>
    public static Value Aggregate(string text, FunctionContext context)
    {
        var reader = new Expressions(text, context);
        reader.Expect("UNWIND");
        var items = reader.Or().AsList();
        reader.Expect("AS x RETURN");
        var function = AggregateRegistry.Find(reader.Name())!;
        reader.Expect("(");
        var aggregate = function.Start(reader.Take("DISTINCT"));
        reader.Expect("x");
        var parameter = reader.Take(",") ? reader.Or() : Value.Null;
        foreach (var item in items)
        {
            aggregate.Add(item, parameter);
        }

        return aggregate.Result();
    }

    private Value Or() => Chain(Xor, ("OR", Logic.Or));

    private Value Xor() => Chain(And, ("XOR", Logic.Xor));

    private Value And() => Chain(Not, ("AND", Logic.And));

    private Value Not() => Take("NOT") ? Logic.Not(Not()) : Compared();

    private Value Compared()
    {
        var left = Predicate();
        Value? result = null;
        while (Signs.FirstOrDefault(Take) is { } sign)
        {
            var right = Predicate();
            var outcome = sign switch
            {
                "=" => Comparison.Equal(left, right),
                "<>" => Comparison.NotEqual(left, right),
                "<" => Comparison.Less(left, right),
                "<=" => Comparison.LessOrEqual(left, right),
                ">" => Comparison.Greater(left, right),
                _ => Comparison.GreaterOrEqual(left, right),
            };
            result = result is { } before ? Logic.And(before, outcome) : outcome;
            left = right;
        }

        return result ?? left;
    }

    private Value Predicate()
    {
        var left = Sum();
        while (Words.FirstOrDefault(Take) is { } word)
        {
            left = word switch
            {
                "STARTS WITH" => TextOperators.StartsWith(left, Sum()),
                "ENDS WITH" => TextOperators.EndsWith(left, Sum()),
                "CONTAINS" => TextOperators.Contains(left, Sum()),
                "IS NULL" => Value.Of(left.IsNull),
                "IS NOT NULL" => Value.Of(!left.IsNull),
                "=~" => TextOperators.Matches(left, Sum()),
                _ => Comparison.In(left, Sum()),
            };
        }

        return left;
    }

    private Value Sum() => Chain(Product, ("||", Arithmetic.Concatenate), ("+", Arithmetic.Add), ("-", Arithmetic.Subtract));

    private Value Product() => Chain(Power, ("*", Arithmetic.Multiply), ("/", Arithmetic.Divide), ("%", Arithmetic.Modulo));

    private Value Power() => Chain(Unary, ("^", Arithmetic.Power));

    private Value Unary()
    {
        Space();
        return at + 1 < text.Length && text[at] == '-' && char.IsAsciiDigit(text[at + 1]) ? Suffixed(Number())
            : Take("-") ? Arithmetic.Negate(Unary())
            : Take("+") ? Arithmetic.Plus(Unary())
            : Suffixed(Atom());
    }

    private Value Chain(Func<Value> next, params (string Sign, Func<Value, Value, Value> Apply)[] operators)
    {
        var left = next();
        while (true)
        {
            var found = Array.FindIndex(operators, candidate => Take(candidate.Sign));
            if (found < 0)
            {
                return left;
            }

            left = operators[found].Apply(left, next());
        }
    }

    private Value Suffixed(Value value)
    {
        while (true)
        {
            if (at < text.Length - 1 && text[at] == '.' && text[at + 1] != '.')
            {
                at++;
                value = Access.Property(context.Graph, value, Name());
            }
            else if (Take("["))
            {
                value = Bracket(value);
            }
            else
            {
                return value;
            }
        }
    }

    private Value Bracket(Value value)
    {
        var from = Take("..") ? Value.Of(0L) : Or();
        if (text[at - 1] != '.' && !Take(".."))
        {
            Expect("]");
            return Access.Index(context.Graph, value, from);
        }

        var to = Take("]") ? Value.Of(long.MaxValue) : Or();
        _ = Take("]");
        return Access.Slice(value, from, to);
    }

    private Value Atom()
    {
        Space();
        switch (text[at])
        {
            case '(':
                at++;
                var inner = Or();
                Expect(")");
                return inner;
            case '[':
                at++;
                return Value.List([.. Items("]")]);
            case '{':
                at++;
                return Map();
            case '\'' or '"':
                return Value.Of(Quoted());
            case >= '0' and <= '9' or '.':
                return Number();
        }

        var name = Name();
        switch (name.ToLowerInvariant())
        {
            case "null":
                return Value.Null;
            case "true":
                return Value.True;
            case "false":
                return Value.False;
        }

        while (at < text.Length && text[at] == '.')
        {
            at++;
            name += "." + Name();
        }

        var function = FunctionRegistry.Find(name) ?? throw new FormatException($"No function {name}: {text}");
        Expect("(");
        Value[] arguments = [.. Items(")")];
        return arguments.Length >= function.LeastArguments && arguments.Length <= function.MostArguments
            ? function.Invoke(context, arguments)
            : throw new FormatException($"Number of arguments: {text}");
    }

    private IEnumerable<Value> Items(string end)
    {
        while (!Take(end))
        {
            yield return Or();
            _ = Take(",");
        }
    }

    private Value Map()
    {
        var map = new MapValue();
        while (!Take("}"))
        {
            var key = Name();
            Expect(":");
            map.With(key, Or());
            _ = Take(",");
        }

        return Value.Map(map);
    }

    private Value Number()
    {
        var start = at;
        at += text[at] == '-' ? 1 : 0;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            || (text[at] is '-' or '+' && text[at - 1] is 'e' or 'E')))
        {
            at++;
        }

        var number = text[start..at];
        return long.TryParse(number, CultureInfo.InvariantCulture, out var integer)
            ? Value.Of(integer)
            : Value.Of(double.Parse(number, CultureInfo.InvariantCulture));
    }

    private string Quoted()
    {
        var (quote, result) = (text[at++], new StringBuilder());
        for (; text[at] != quote; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                result.Append(text[at] switch { 't' => '\t', 'n' => '\n', var other => other });
                continue;
            }

            result.Append(text[at]);
        }

        at++;
        return result.ToString();
    }

    private string Name()
    {
        Space();
        if (text[at] == '`')
        {
            var end = text.IndexOf('`', at + 1);
            (var quoted, at) = (text[(at + 1)..end], end + 1);
            return quoted;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw new FormatException($"No name at {at}: {text}");
    }

    private bool Take(string sign)
    {
        Space();
        var follows = text.AsSpan(at).StartsWith(sign, StringComparison.OrdinalIgnoreCase)
            && !(char.IsLetter(sign[0]) && at + sign.Length < text.Length && char.IsLetterOrDigit(text[at + sign.Length]));
        at += follows ? sign.Length : 0;
        return follows;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw new FormatException($"No {sign} at {at}: {text}");
        }
    }

    private void Space()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
