namespace LinkGraph.ContractTests.Engine;

/// <summary>What a variable of a query holds.</summary>
internal enum Holds
{
    Node,
    Relationship,
    Integer,
    Text,
    Any,
}

/// <summary>
/// Expressions over the variables in scope, each of the kind that is asked for, or null. Left out is what Neo4j 5.26 does in ways of its own:
/// range(1, 0, 2) is [1], replace() of '' parts surrogates, reverse() of some stored lists and truncate() of null are errors.
/// </summary>
internal sealed partial class RandomExpressions(Dice dice)
{
    private int _names;

    public List<(string Name, Holds Kind)> Scope { get; private set; } = [];

    public string NewName(string prefix) => $"{prefix}{_names++}";

    public void Replace(IEnumerable<(string, Holds)> scope) => Scope = [.. scope];

    public string? Any(Holds kind) => Scope.Where(v => v.Kind == kind).Select(v => v.Name).ToArray() is { Length: > 0 } names ? dice.Pick<string>(names) : null;

    private string? Entity() => dice.Once(4) ? Any(Holds.Relationship) ?? Any(Holds.Node) : Any(Holds.Node) ?? Any(Holds.Relationship);

    private string Property(string key, string otherwise) => Entity() is { } entity ? $"{entity}.{key}" : otherwise;

    /// <summary>A scalar of any kind.</summary>
    public string Scalar(int depth = 2) => dice.Next(depth > 1 ? 16 : 12) switch
    {
        0 or 1 or 2 => Integer(depth),
        3 or 4 => Text(depth),
        5 => Float(depth),
        6 => Condition(1),
        7 => Property("x", "null"),
        8 => Temporal(),
        9 => List(1),
        10 => dice.Pick("null", "1", "'a'", "2.5", "true"),
        11 or 12 => Any(Holds.Any) ?? Integer(depth),
        _ => Odd(),
    };

    public string Integer(int depth = 2) => dice.Next(depth <= 0 ? 5 : 17) switch
    {
        0 or 1 => Property("i", "3"),
        2 => Property("id", "1"),
        3 => dice.Pick("0", "1", "2", "-1", "5"),
        4 => Any(Holds.Integer) ?? Property("i", "2"),
        5 => $"({Integer(depth - 1)} {dice.Pick("+", "-", "*")} {Integer(depth - 1)})",
        6 => $"({Integer(depth - 1)} {dice.Pick("/", "%")} {dice.Pick("2", "3", "-2")})",
        7 => $"size({Text(depth - 1)})",
        8 => $"size({List(depth - 1)})",
        9 => $"COUNT {{ {Subquery()} }}",
        10 => $"coalesce({Property("i", "null")}, {Integer(depth - 1)})",
        11 => $"CASE WHEN {Condition(1)} THEN {Integer(depth - 1)} ELSE {Integer(depth - 1)} END",
        12 => $"CASE {Property("i", "1")} WHEN 1, 2 THEN {Integer(depth - 1)} WHEN {Integer(0)} THEN 7 END",
        13 => $"{dice.Pick("abs", "sign", "toInteger")}({Integer(depth - 1)})",
        14 => $"toInteger({dice.Pick(Text(depth - 1), Float(depth - 1))})",
        15 => $"reduce(acc = 0, e IN {List(depth - 1)} | acc + e)",
        _ => $"{Property("d", "date('2024-01-01')")}.{dice.Pick("year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter")}",
    };

    public string Float(int depth = 1) => dice.Next(depth <= 0 ? 2 : 7) switch
    {
        0 => Property("f", "0.5"),
        1 => dice.Pick("0.5", "-1.25", "3.0", "1e3"),
        2 => $"({Float(depth - 1)} {dice.Pick("+", "-", "*")} {dice.Pick(Integer(depth - 1), Float(depth - 1))})",
        3 => $"{dice.Pick("round", "floor", "ceil", "abs")}({Float(depth - 1)})",
        4 => $"toFloat({dice.Pick(Integer(depth - 1), Text(depth - 1))})",
        5 => $"round({Float(depth - 1)}, 1)",
        _ => $"({Float(depth - 1)} / {dice.Pick("2", "0.5", "-4.0")})",
    };

    public string Text(int depth = 2) => dice.Next(depth <= 0 ? 3 : 12) switch
    {
        0 or 1 => Property("s", "'q'"),
        2 => dice.Pick("'a'", "''", "'ab'", "'é'", "'😀'"),
        3 => $"({Text(depth - 1)} + {dice.Pick(Text(depth - 1), Integer(depth - 1), Float(0))})",
        4 => $"{dice.Pick("toUpper", "toLower", "trim", "reverse")}({Text(depth - 1)})",
        5 => $"substring({Text(depth - 1)}, {dice.Pick("0", "1", "5")}{dice.Pick("", ", 1", ", 0")})",
        6 => $"{dice.Pick("left", "right")}({Text(depth - 1)}, {dice.Pick("0", "1", "9")})",
        7 => $"replace({Text(depth - 1)}, {dice.Pick("'a'", "'b'")}, {dice.Pick("'x'", "''")})",
        8 => $"toString({dice.Pick(Integer(depth - 1), Float(depth - 1), Temporal(), Condition(0))})",
        9 => Any(Holds.Relationship) is { } relationship ? $"type({relationship})" : "'none'",
        10 => $"CASE WHEN {Condition(1)} THEN {Text(depth - 1)} END",
        _ => Any(Holds.Text) ?? $"head(split({Text(depth - 1)}, 'a'))",
    };

    private string Temporal() => dice.Next(9) switch
    {
        0 or 1 => Property("d", "date('2024-01-31')"),
        2 or 3 => Property("t", "datetime('2024-01-31T00:00Z')"),
        4 => Property("u", "duration('P1D')"),
        5 => $"({Property("d", "date('2024-01-31')")} {dice.Pick("+", "-")} {dice.Pick("duration('P1M')", "duration('P1DT25H')", Property("u", "duration('P1Y')"))})",
        6 => $"({Property("t", "datetime('2024-01-31T00:00Z')")} {dice.Pick("+", "-")} {dice.Pick("duration('P1M')", "duration('PT90M')", Property("u", "duration('P1Y')"))})",
        7 => $"duration.{dice.Pick("between", "inDays", "inMonths", "inSeconds")}({Property("d", "date('2024-01-31')")}, {dice.Pick("date('2024-03-01')", Property("t", "date('2020-02-29')"))})",
        _ => $"{dice.Pick("date", "datetime", "localdatetime")}.truncate('{dice.Pick("month", "week", "year", "day", "quarter")}', coalesce({Property("t", "null")}, datetime('2024-05-17T10:11:12Z')))",
    };

    /// <summary>A list of integers.</summary>
    public string List(int depth = 1) => dice.Next(depth <= 0 ? 3 : 9) switch
    {
        0 or 1 => Property("l", "[1, 2]"),
        2 => dice.Pick("[]", "[1]", "[2, 0, 2]"),
        3 => $"[e IN {List(depth - 1)} WHERE e {Comparison()} {Integer(0)} | e {dice.Pick("+ 1", "* 2", "% 2")}]",
        4 => $"range({dice.Pick("0, 3, 2", "0, 4", "1, 2", "3, 0, -1", "2, 1")})",
        5 => $"tail({List(depth - 1)})",
        6 => $"({List(depth - 1)} + {dice.Pick(List(depth - 1), Integer(0))})",
        7 => $"{List(depth - 1)}[{dice.Pick("0..1", "1..", "..-1", "-2..")}]",
        _ => Any(Holds.Node) is { } node ? $"COLLECT {{ MATCH ({node}){Edge("")}(far) RETURN far.id AS far ORDER BY far }}" : "[4]",
    };

    public string Comparison() => dice.Pick("=", "<>", "<", "<=", ">", ">=");

    public string Condition(int depth = 2) => dice.Next(depth <= 0 ? 7 : 19) switch
    {
        0 or 1 => $"{Integer(depth - 1)} {Comparison()} {dice.Pick(Integer(depth - 1), Float(depth - 1))}",
        2 => $"{Text(depth - 1)} {Comparison()} {Text(depth - 1)}",
        3 => Property("b", "true"),
        4 => $"{Scalar(0)} IS {dice.Pick("", "NOT ")}NULL",
        5 => Any(Holds.Node) is { } node ? $"{node}:{dice.Pick("A", "B", "A&B", "A|C", "!A", "%")}" : "true",
        6 => $"{Property("x", "1")} {Comparison()} {dice.Pick(Property("x", "2"), "1", "'a'", "2.5", "true", "[1, 2]", "date('2024-02-29')")}",
        7 => $"{Text(depth - 1)} {dice.Pick("STARTS WITH", "ENDS WITH", "CONTAINS", "=~")} {dice.Pick("'a'", "''", "'ab'", Property("s", "'z'"))}",
        8 => $"{Integer(depth - 1)} IN {dice.Pick(List(depth - 1), "[1, 2, null]", "[]", "null")}",
        9 => $"NOT {Nested(depth)}",
        10 or 11 => $"({Nested(depth)} {dice.Pick("AND", "OR", "XOR")} {Nested(depth)})",
        12 => $"EXISTS {{ {Subquery()} }}",
        13 => $"{dice.Pick("any", "all", "none", "single")}(e IN {List(depth - 1)} WHERE e {Comparison()} {Integer(0)})",
        14 => Any(Holds.Node) is { } start ? $"{dice.Pick("", "NOT ")}({start}){Edge("")}({dice.Pick("", ":A", Any(Holds.Node)!)})" : "false",
        15 => $"{Temporal()} {Comparison()} {Temporal()}",
        16 => $"{List(depth - 1)} {dice.Pick("=", "<>", "<")} {List(depth - 1)}",
        17 => $"{Integer(0)} <= {Integer(0)} < {Integer(0)}",
        _ => $"{dice.Pick(Property("x", "1"), Property("s", "'b'"))} IN [1, 'a', {Property("x", "2.5")}]",
    };

    private string Nested(int depth) => $"({Condition(depth - 1)})";

    private string Subquery() => Any(Holds.Node) is { } node
        ? $"({node}){Edge("")}({dice.Pick("", ":A", "far", "far:B")})"
        : "MATCH (near:A)";

    /// <summary>A relationship of a pattern, arrows included.</summary>
    public string Edge(string name, bool variable = false)
    {
        var inside = name + dice.Pick("", ":R", ":R|S", ":T", variable ? ":T|S" : ":!T", ":S") + (variable ? dice.Pick("*1..2", "*0..1", "*..2", "*2") : "");
        if (name.Length > 0 && !variable && dice.Once(8))
            inside += $" {{i: {dice.Pick("1", "2")}}}";
        return dice.Next(4) switch
        {
            0 => $"<-[{inside}]-",
            1 => $"-[{inside}]-",
            _ => $"-[{inside}]->",
        };
    }
}
