using System.Text;

namespace LinkGraph.ContractTests.Engine;

/// <summary>
/// Queries from a grammar, with answers that do not depend on an order nobody asked for: LIMIT only behind an ORDER BY over all columns, no collect() that is
/// looked into, changes that commute, no DELETE that only
/// the commit refuses.
/// </summary>
internal sealed partial class RandomQueries
{
    private readonly Dice _dice;
    private readonly RandomExpressions _some;
    private readonly StringBuilder _text = new();

    private RandomQueries(Dice dice) => (_dice, _some) = (dice, new RandomExpressions(dice));

    public static FuzzCase Next(Dice dice)
    {
        if (dice.Once(12))
            return Union(dice);
        var query = new RandomQueries(dice);
        query.Reading();
        var writes = dice.Once(4);
        if (writes)
            query.Writing();
        if (query._text.ToString().Contains("AS gone ", StringComparison.Ordinal) && query._text.ToString().EndsWith("AS gone ", StringComparison.Ordinal))
            return new FuzzCase(query._text.ToString(), false, true);
        var ordered = query.Return(mayOrder: !writes);
        return new FuzzCase(query._text.ToString(), ordered, writes);
    }

    private static FuzzCase Union(Dice dice)
    {
        var all = dice.Pick("UNION", "UNION ALL");
        var (left, right) = (new RandomQueries(dice), new RandomQueries(dice));
        left.Match();
        right.Match();
        return new FuzzCase($"{left._text}RETURN {left._some.Scalar()} AS c {all} {right._text}RETURN {right._some.Scalar()} AS c", false, false);
    }

    private void Reading()
    {
        var clauses = 1 + _dice.Next(3);
        var matches = 0;
        for (var i = 0; i < clauses; i++)
        {
            switch (_dice.Next(10))
            {
                case 8 or 9:
                    Special();
                    break;
                case 0 when i > 0:
                    Unwind();
                    break;
                case 1 or 2 when i > 0:
                    With();
                    break;
                case 3 when i > 0 && _some.Any(Holds.Node) is { } node:
                    var counted = _some.NewName("k");
                    _text.Append($"CALL {{ WITH {node} MATCH ({node}){_some.Edge("")}(o) {(_dice.Once(2) ? "WHERE o.i > 0 " : "")}RETURN {_dice.Pick("count(*)", "sum(o.i)", "max(o.id)", "count(DISTINCT o)")} AS {counted} }} ");
                    _some.Scope.Add((counted, Holds.Integer));
                    break;
                default:
                    if (matches++ < 2)
                        Match();
                    break;
            }
        }
    }

    private void Match()
    {
        var optional = _dice.Once(4) ? "OPTIONAL " : "";
        var added = new List<(string, Holds)>();
        var patterns = _dice.Once(5) ? 2 : 1;
        _text.Append(optional).Append("MATCH ");
        for (var i = 0; i < patterns; i++)
            _text.Append(i > 0 ? ", " : "").Append(Pattern(added));
        _some.Scope.AddRange(added);
        _text.Append(' ');
        if (_dice.Once(2))
            _text.Append($"WHERE {_some.Condition()} ");
    }

    private string Pattern(List<(string, Holds)> added)
    {
        var text = new StringBuilder(Node(added));
        var edges = _dice.Pick(0, 1, 1, 1, 2, 2, 3);
        for (var i = 0; i < edges; i++)
        {
            var variable = _dice.Once(6);
            var name = !variable && _dice.Once(2) ? _some.NewName("r") : "";
            text.Append(_some.Edge(name, variable));
            if (name.Length > 0)
                added.Add((name, Holds.Relationship));
            text.Append(Node(added));
        }
        return text.ToString();
    }

    private string Node(List<(string, Holds)> added)
    {
        if (_dice.Once(3) && _some.Any(Holds.Node) is { } known)
            return $"({known})";
        if (_dice.Once(6) && added.FirstOrDefault(v => v.Item2 == Holds.Node).Item1 is { } here)
            return $"({here})";
        var name = _dice.Once(4) ? "" : _some.NewName("n");
        if (name.Length > 0)
            added.Add((name, Holds.Node));
        var inside = name + _dice.Pick("", "", ":A", ":B", ":A|B", ":!C", ":A&B") + (_dice.Once(8) ? $" {{i: {_dice.Pick("1", "2")}}}" : "");
        return inside.Contains('{', StringComparison.Ordinal) || !_dice.Once(12) ? $"({inside})" : $"({name}{(name.Length > 0 ? $":A WHERE {name}.i > 0" : "")})";
    }

    private void Unwind()
    {
        var name = _some.NewName("u");
        _text.Append($"UNWIND {_some.List()} AS {name} ");
        _some.Scope.Add((name, Holds.Integer));
    }

    private void With()
    {
        var scope = new List<(string, Holds)>();
        var items = new List<string>();
        foreach (var variable in _some.Scope.Where(_ => !_dice.Once(3)))
        {
            items.Add(variable.Name);
            scope.Add(variable);
        }
        var aggregates = _dice.Once(2);
        var name = _some.NewName("w");
        items.Add($"{(aggregates ? Aggregate() : _some.Integer())} AS {name}");
        scope.Add((name, Holds.Integer));
        _text.Append($"WITH {(!aggregates && _dice.Once(2) ? "DISTINCT " : "")}{string.Join(", ", items)} ");
        _some.Replace(scope);
        if (_dice.Once(3))
            _text.Append($"WHERE {_some.Condition(1)} ");
    }

    /// <summary>An integer, or null.</summary>
    private string Aggregate() => _dice.Next(8) switch
    {
        0 or 1 => "count(*)",
        2 => $"count({_dice.Pick("", "DISTINCT ")}{_some.Scalar(1)})",
        3 => $"sum({_some.Integer(1)})",
        4 => $"{_dice.Pick("min", "max")}({_some.Integer(1)})",
        5 => $"size(collect({_dice.Pick("", "DISTINCT ")}{_some.Scalar(1)}))",
        6 => $"sum(DISTINCT {_some.Integer(1)})",
        _ => $"count({_dice.Pick("", "DISTINCT ")}{_some.Any(Holds.Node) ?? "1"})",
    };

    private bool Return(bool mayOrder)
    {
        var items = new List<string>();
        var columns = 1 + _dice.Next(3);
        for (var i = 0; i < columns; i++)
            items.Add($"{_some.Scalar()} AS c{i}");
        if (_dice.Once(3))
            items.Add($"{_dice.Pick(Aggregate(), $"avg({_some.Integer(1)})", $"max({_some.Scalar(1)})", $"sum({_some.Float()})", $"stDev({_some.Integer(1)})", $"percentileCont({_some.Float()}, 0.5)")} AS c{columns}");
        else if (_dice.Once(4) && _some.Any(Holds.Node) is { } node)
            items.Add($"{_dice.Pick(node, $"{node} {{.i, .s, own: {_some.Integer(1)}}}", $"properties({node})")} AS c{columns}");
        _text.Append($"RETURN {_dice.Pick("", "", "DISTINCT ")}{string.Join(", ", items)}");
        if (!mayOrder || !_dice.Once(3) || items.Count > columns)
            return false;
        _text.Append($" ORDER BY {string.Join(", ", Enumerable.Range(0, items.Count).Select(i => $"c{i}{_dice.Pick("", "", " DESC")}"))}");
        _text.Append(_dice.Pick("", " SKIP 1", " LIMIT 3", " SKIP 2 LIMIT 2"));
        return true;
    }

    private void Writing()
    {
        var node = _some.Any(Holds.Node);
        if (_dice.Once(2))
        {
            MoreWriting(node);
            return;
        }
        switch (_dice.Next(9))
        {
            case 0:
                _text.Append($"CREATE ({node ?? ""}){_dice.Pick("-[:R {id: 900}]->", "<-[:S]-")}(:New:A {{i: {_some.Integer(0)}, s: {_some.Text(0)}}}) ");
                break;
            case 1:
                _text.Append($"MERGE (m:{_dice.Pick("A", "New")} {{{_dice.Pick("i: 1", "i: 2, s: 'a'", "s: 'ab'")}}}) ON CREATE SET m.made = true ON MATCH SET m.found = coalesce(m.found, 0) + 1 ");
                break;
            case 2 when node is not null:
                _text.Append($"MERGE ({node})-[q:{_dice.Pick("R", "S", "New")}]->({_dice.Pick(":A", ":New {i: 1}", node)}) ON CREATE SET q.made = true ON MATCH SET q.found = coalesce(q.found, 0) + 1 ");
                break;
            case 3 when node is not null:
                _text.Append($"SET {node}.{_dice.Pick("i", "new")} = {_dice.Pick("7", $"coalesce({node}.i, 0) + 1", "null")}, {node}.s = {_dice.Pick("'set'", "null")} ");
                break;
            case 4 when node is not null:
                _text.Append($"SET {node} {_dice.Pick("= {id: 1}", "+= {i: null, new: [1, 2]}", ":New:B", "+= {x: date('2020-01-01')}")} ");
                break;
            case 5 when node is not null:
                // Neo4j 5.26 forgets to read all rows before it takes away a label that they are found by.
                _text.Append($"WITH collect({node}) AS all UNWIND all AS {node} REMOVE {node}{_dice.Pick(".i", ".x", ":A", ":B:A")} ");
                _some.Replace([(node, Holds.Node)]);
                break;
            case 6 when _some.Any(Holds.Relationship) is { } relationship:
                _text.Append($"DELETE {relationship} ");
                _some.Replace([]);
                break;
            case 7 when node is not null:
                _text.Append($"DETACH DELETE {node} ");
                _some.Replace([]);
                break;
            default:
                _text.Append($"FOREACH (e IN {_some.List()} | CREATE (:New {{i: e}})) ");
                break;
        }
    }
}
