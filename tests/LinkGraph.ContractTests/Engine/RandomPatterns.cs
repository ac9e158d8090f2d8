namespace LinkGraph.ContractTests.Engine;

/// <summary>Patterns and subqueries beyond the plain ones: paths as values, quantified paths, the shortest ones, subqueries of every kind.</summary>
internal sealed partial class RandomQueries
{
    /// <summary>Of a list of nodes, which no order of matching may change.</summary>
    private static string Ids(string nodes) => $"[v IN {nodes} | v.id]";

    private void Special()
    {
        var (from, to) = (_some.Any(Holds.Node), _some.NewName("n"));
        var start = from is not null && _dice.Once(2) ? from : _some.NewName("n");
        var label = start == from ? "" : _dice.Pick("", ":A", ":B|C", ":!B", ":%", ":(A|B)&!C");
        switch (_dice.Next(9))
        {
            case 0:
                Path($"({start}{label}){_some.Edge("", variable: true)}({to}{_dice.Pick("", ":A", ":C")})");
                Add(start, to);
                break;
            case 1 or 2:
                Quantified($"({start}{label})", to);
                Add(start, to);
                break;
            case 3 or 4:
                Shortest($"({start}{label})", to);
                Add(start, to);
                break;
            case 5:
                var other = _some.NewName("n");
                _text.Append($"MATCH ({start}{label}), ({other}) WHERE {start} <> {other} {_dice.Pick("", "OPTIONAL ")}MATCH ");
                Path($"{_dice.Pick("allShortestPaths", "shortestPath")}(({start})-[{_dice.Pick("", ":R", ":R|S")}*{_dice.Pick("", "..3", "1..4")}]-{_dice.Pick(">", "")}({other}))", match: "", onlyLength: true);
                Add(start, other);
                break;
            case 6 when from is not null:
                CallSubquery(from);
                break;
            case 7:
                var map = _some.NewName("m");
                _text.Append($"UNWIND [{{a: {_some.Integer(0)}, b: 'x'}}, {{a: null}}, {{b: {_some.Text(0)}}}] AS {map} WITH *, {map}.a AS {map}a, {map}.b AS {map}b ");
                _some.Scope.Add(($"{map}a", Holds.Any));
                _some.Scope.Add(($"{map}b", Holds.Any));
                break;
            default:
                var sorted = _some.NewName("l");
                _text.Append($"{(from is null ? $"MATCH ({start}{label}) " : "")}WITH {from ?? start}.{_dice.Pick("x", "i", "s", "t", "l")} AS v ORDER BY v{_dice.Pick("", " DESC")} WITH collect({_dice.Pick("", "DISTINCT ")}v) AS {sorted} ");
                _some.Replace([(sorted, Holds.Any)]);
                break;
        }
    }

    private void Add(params string[] nodes)
    {
        foreach (var node in nodes.Where(n => _some.Scope.All(v => v.Name != n)))
            _some.Scope.Add((node, Holds.Node));
    }

    private void Path(string pattern, string match = "MATCH ", bool onlyLength = false)
    {
        var (path, value) = (_some.NewName("p"), _some.NewName("v"));
        _text.Append($"{match}{path} = {pattern} WITH *, {(onlyLength ? $"length({path})" : _dice.Pick($"length({path})", Ids($"nodes({path})"), $"[e IN relationships({path}) | type(e)]", path, $"size(nodes({path}))"))} AS {value} ");
        _some.Scope.Add((value, Holds.Any));
    }

    private string Times() => _dice.Pick("+", "*", "{1,2}", "{2}", "{0,1}", "{,2}", "{1,}");

    private void Quantified(string start, string to)
    {
        var (x, e, y, value) = (_some.NewName("x"), _some.NewName("e"), _some.NewName("y"), _some.NewName("v"));
        var edge = _some.Edge(e);
        var where = _dice.Pick("", "", $" WHERE {x}.i > 0", $" WHERE {e}.i IS NOT NULL", $" WHERE {x}.i <> {y}.i", $" WHERE {x}:A OR {y}.b");
        var inside = _dice.Once(4) ? $"({x}{_dice.Pick("", ":A")}){edge}(){_some.Edge("")}({y})" : $"({x}){edge}({y}{_dice.Pick("", ":!C", " {b: true}")})";
        if (_dice.Once(4))
        {
            _text.Append($"MATCH {start}{_some.Edge("")}{Times()}({to}) ");
            return;
        }
        _text.Append($"MATCH {start} ({inside}{where}){Times()} ({to}{_dice.Pick("", ":A")}) WITH *, {_dice.Pick(Ids(x), Ids(y), Ids(e), $"size({e})")} AS {value} ");
        _some.Scope.Add((value, Holds.Any));
    }

    /// <summary>Which of several shortest paths is taken is open: then only their length is looked at.</summary>
    private void Shortest(string start, string to)
    {
        var selector = _dice.Pick("ALL SHORTEST ", "SHORTEST 1 ", "SHORTEST 2 ", "SHORTEST 2 GROUPS ", "ANY SHORTEST ", "SHORTEST GROUP ");
        var (x, y) = (_some.NewName("x"), _some.NewName("y"));
        var inside = _dice.Next(4) switch
        {
            0 => $"{_some.Edge("")}+",
            1 => $"{_some.Edge("")}{Times()}",
            2 => $" (({x}){_some.Edge("")}({y}) WHERE {_dice.Pick($"{x}.i < {y}.i", $"{y}.b", $"{x}:A OR {y}:B", $"{x}.id <> {y}.id")})+ ",
            _ => $"{_some.Edge("")}({_dice.Pick("", ":A", ":B")}){_some.Edge("")}{_dice.Pick("+", "*", "{0,2}")}",
        };
        var all = selector.StartsWith("ALL", StringComparison.Ordinal) || selector.Contains("GROUP", StringComparison.Ordinal);
        Path($"{selector}{start}{inside}({to}{_dice.Pick("", ":A", ":B", ":C")})", onlyLength: !all);
    }

    private void CallSubquery(string node)
    {
        var (value, far) = (_some.NewName("k"), _some.NewName("far"));
        var scoped = _dice.Once(2);
        var (open, import) = scoped ? ($"CALL ({_dice.Pick(node, "*")}) {{ ", "") : ("CALL { ", $"WITH {node} ");
        var optional = _dice.Once(4) ? "OPTIONAL " : "";
        _text.Append(optional).Append(open).Append(_dice.Next(5) switch
        {
            0 => $"{import}MATCH ({node}){_some.Edge("")}({far}) RETURN {far}.{_dice.Pick("i", "id", "x")} AS {value}",
            1 => $"{import}RETURN {node}.i AS {value} UNION {_dice.Pick("", "ALL ")}{import}RETURN {node}.id AS {value}",
            2 => $"{import}OPTIONAL MATCH ({node}){_some.Edge("")}({far}:B) WITH DISTINCT {far} ORDER BY {far}.id LIMIT 1 RETURN {far}.id AS {value}",
            3 => $"{import}UNWIND [1, 2, {node}.i] AS u WITH u WHERE u > 0 RETURN collect(u) AS {value}",
            _ => $"{import}CALL ({node}) {{ RETURN coalesce({node}.i, 0) + 1 AS in }} RETURN in * 2 AS {value}",
        }).Append(" } ");
        _some.Scope.Add((value, Holds.Any));
    }

    private void MoreWriting(string? node)
    {
        switch (_dice.Next(11))
        {
            case 0 when node is not null:
                _text.Append($"SET {node} {_dice.Pick("=", "+=")} {_dice.Pick("$map.plain", "{i: 3, none: null}", $"properties({node})", "{}", "null", "1")} ");
                break;
            case 1 when node is not null:
                _text.Append($"CALL ({node}) {{ {_dice.Pick($"SET {node}.z = 1", $"CREATE ({node})-[:Q]->(:New)", $"MERGE (:New {{i: {node}.id}})")} }} ");
                break;
            case 2 when _some.Any(Holds.Relationship) is { } relationship:
                _text.Append($"DELETE {relationship} RETURN {_dice.Pick("1", $"{relationship}.i", $"type({relationship})", $"id({relationship}) >= 0", $"{relationship} IS NULL", $"properties({relationship})", $"startNode({relationship}).id")} AS gone ");
                _some.Replace([]);
                break;
            case 3 when node is not null:
                _text.Append($"DETACH DELETE {node} RETURN {_dice.Pick("1", $"{node}.i", $"labels({node})", $"{node} IS NULL", $"properties({node})", $"COUNT {{ ({node})--() }}", $"EXISTS {{ ({node}) }}", $"{node}:A")} AS gone ");
                _some.Replace([]);
                break;
            case 4 when node is not null:
                _text.Append($"DETACH DELETE {node} WITH count(*) AS gone MATCH (left) ");
                _some.Replace([("gone", Holds.Integer), ("left", Holds.Node)]);
                break;
            case 5:
                _text.Append($"CREATE (:Unique {{k: {_dice.Pick("1", "2", "3", "'a'", "null", "1.0", _some.Integer(0))}}}) ");
                break;
            case 6:
                _text.Append($"MERGE (w:Unique {{k: {_dice.Pick("1", "7", "'a'", _some.Integer(0))}}}) ON CREATE SET w.made = 1 ON MATCH SET w.k = {_dice.Pick("1", "2", "9")} ");
                break;
            case 7 when node is not null:
                _text.Append($"SET {node}:Unique, {node}.k = {_dice.Pick("1", "8", $"{node}.id")} ");
                break;
            case 8:
                _text.Append($"MERGE (:A {{i: 1}})-[:{_dice.Pick("R", "New")}]->(:{_dice.Pick("B", "New")} {{i: {_dice.Pick("1", "2")}}}) ");
                break;
            case 9:
                _text.Append($"FOREACH (e IN {_dice.Pick("[1, 2]", "[]", "null", "$list", "[null]")} | {_dice.Pick("MERGE (:New {i: 1})", "CREATE (:New)", "FOREACH (f IN [e, e] | CREATE (:New))", node is null ? "CREATE (:New)" : $"SET {node}.z = e")}) ");
                break;
            case 10 when node is not null:
                _text.Append($"CREATE ({node})-[:Q {{n: COUNT {{ ({node})--() }}}}]->(:New {{c: COUNT {{ (:New) }}}}) ");
                break;
            default:
                _text.Append($"CREATE (a0:New {{i: {_some.Integer(0)}}})-[:Q]->(b0:New {{i: {_dice.Pick("1", "$int", "$list", "$map", "[1, 'a']", "[[1]]", "$date", "[1, null]", "point({x: 1, y: 2})")}}}), (b0)-[:Q]->(a0) ");
                break;
        }
    }
}
