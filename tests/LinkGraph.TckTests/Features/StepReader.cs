using System.Globalization;
using System.Text.RegularExpressions;
using Gherkin.Ast;
using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Features;

/// <summary>Understands the TCK's steps.</summary>
public static partial class StepReader
{
    /// <exception cref="FormatException">The step is not known, or lacks its text or table.</exception>
    public static TckStep Read(Step step, Placeholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(placeholders);
        var text = placeholders.Fill(step.Text.Trim());
        string Query() => step.DocString is { } query
            ? placeholders.Fill(query.Content)
            : throw new FormatException($"\"{text}\" needs a query.");
        List<string[]> Table() => step.DataTable is { } table
            ? [.. table.Rows.Select(row => row.Cells.Select(cell => placeholders.Fill(cell.Value)).ToArray())]
            : [];

        switch (text)
        {
            case "an empty graph" or "any graph":
                return new GivenGraph(null);
            case "having executed:":
                return new SetUp(Query());
            case "parameters are:":
                return new GivenParameters(Table().ToDictionary(
                    row => row[0], row => TckValueParser.Parse(row[1]), StringComparer.Ordinal));
            case "executing query:":
                return new Execute(Query(), IsControl: false);
            case "executing control query:":
                return new Execute(Query(), IsControl: true);
            case "the result should be empty":
                return new ExpectResult(TckTable.Empty, InOrder: false, IgnoringListOrder: false);
            case "no side effects":
                return new ExpectSideEffects(TckSideEffects.None);
            case "the side effects should be:":
                return new ExpectSideEffects(SideEffects(Table()));
        }
        if (Graph().Match(text) is { Success: true } graph)
            return new GivenGraph(graph.Groups[1].Value);
        if (Result().Match(text) is { Success: true } result)
            return new ExpectResult(ResultTable(Table()), result.Groups["order"].Success, result.Groups["ignoring"].Success);
        if (Error().Match(text) is { Success: true } error)
            return ExpectedError(error);
        if (Procedure().Match(text) is { Success: true } procedure)
            return new GivenProcedure(ReadProcedure(procedure, Table()));
        throw new FormatException($"The step \"{text}\" is not known.");
    }

    private static TckTable ResultTable(List<string[]> rows) => rows.Count == 0
        ? throw new FormatException("A result needs a table.")
        : new TckTable(rows[0], [.. rows.Skip(1).Select(row => row.Select(TckValueParser.Parse).ToArray())]);

    private static ExpectError ExpectedError(Match error)
    {
        var detail = error.Groups["detail"].Value;
        TckPhase? phase = error.Groups["phase"].Value switch
        {
            "compile time" => TckPhase.CompileTime,
            "runtime" => TckPhase.Runtime,
            _ => null,
        };
        return new ExpectError(error.Groups["type"].Value, phase, detail == "*" ? null : detail);
    }

    private static TckSideEffects SideEffects(List<string[]> rows)
    {
        var counts = rows.ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        int Take(string name) => counts.Remove(name, out var count) ? count : 0;
        var effects = new TckSideEffects(
            new TckChange(Take("+nodes"), Take("-nodes")),
            new TckChange(Take("+relationships"), Take("-relationships")),
            new TckChange(Take("+labels"), Take("-labels")),
            new TckChange(Take("+properties"), Take("-properties")));
        return counts.Count == 0 ? effects : throw new FormatException($"The side effect \"{counts.Keys.First()}\" is not known.");
    }

    private static TckProcedure ReadProcedure(Match signature, List<string[]> rows)
    {
        var inputs = Fields(signature.Groups["inputs"].Value);
        var outputs = Fields(signature.Groups["outputs"].Value);
        var width = inputs.Count + outputs.Count;
        var values = rows.Skip(1).Where(row => width > 0).Select(row => row.Length == width
            ? row.Select(TckValueParser.Parse).ToArray()
            : throw new FormatException($"A row of the procedure's table has {row.Length} instead of {width} cells."));
        return new TckProcedure(signature.Groups["name"].Value, inputs, outputs, [.. values]);
    }

    private static List<TckField> Fields(string list) =>
    [
        .. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(field => field.Split("::", StringSplitOptions.TrimEntries))
            .Select(parts => new TckField(parts[0], parts[1])),
    ];

    [GeneratedRegex("^the ([a-z0-9-]+) graph$")]
    private static partial Regex Graph();

    [GeneratedRegex(@"^the result should be(, in any order|(?<order>, in order))?(?<ignoring> \(ignoring element order for lists\))?:$")]
    private static partial Regex Result();

    [GeneratedRegex(@"^an? (?<type>\w+) should be raised at (?<phase>compile time|runtime|any time): (?<detail>\w+|\*)$")]
    private static partial Regex Error();

    [GeneratedRegex(@"^there exists a procedure (?<name>[\w.]+)\((?<inputs>[^)]*)\) :: \((?<outputs>[^)]*)\) ?:$")]
    private static partial Regex Procedure();
}
