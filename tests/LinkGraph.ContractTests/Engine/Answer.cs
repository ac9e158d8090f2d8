using System.Globalization;
using System.Text.RegularExpressions;
using LinkGraph.Cypher;
using LinkGraph.Storage.Values;
using LinkGraph.TckTests.Targets;
using LinkGraph.TckTests.Values;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Engine;

/// <summary>What a query gives, in a form that can be compared.</summary>
/// <param name="Error">The last part of the error's code; null where the query succeeds.</param>
/// <param name="Message">Of the error, for people.</param>
/// <param name="Rows">One text a row.</param>
internal sealed partial record Answer(string? Error, string? Message, IReadOnlyList<string> Rows)
{
    /// <summary>A row for every node and relationship, which their property id tells apart.</summary>
    private static readonly string[] s_dump = ["MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a.id, r, b.id"];

    /// <summary>On the engine; everything is rolled back.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="query">The query.</param>
    /// <param name="parameters">Of the query.</param>
    /// <param name="writes">Adds what the graph holds afterwards to the rows.</param>
    /// <param name="ignoringListOrder">Sorts lists.</param>
    public static async Task<Answer> OfAsync(CypherEngine engine, string query, MapValue? parameters = null, bool writes = false, bool ignoringListOrder = false)
    {
        using var transaction = engine.Begin();
        try
        {
            var rows = await RowsAsync(transaction, query, parameters, ignoringListOrder);
            foreach (var dump in writes ? s_dump : [])
                rows.AddRange((await RowsAsync(transaction, dump, null, false)).Order(StringComparer.Ordinal));
            return new Answer(null, null, rows);
        }
        catch (CypherException error)
        {
            return new Answer(error.Code.Split('.')[^1], error.Message, []);
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidCastException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or ArgumentException)
        {
            return new Answer(error.GetType().Name, error.ToString(), []);
        }
    }

    /// <summary>On Neo4j; everything is rolled back.</summary>
    public static async Task<Answer> OfAsync(IAsyncSession session, string query, Dictionary<string, object?>? parameters = null, bool writes = false, bool ignoringListOrder = false)
    {
        var transaction = await session.BeginTransactionAsync();
        try
        {
            var rows = await RowsAsync(transaction, query, parameters, ignoringListOrder);
            foreach (var dump in writes ? s_dump : [])
                rows.AddRange((await RowsAsync(transaction, dump, null, false)).Order(StringComparer.Ordinal));
            return new Answer(null, null, rows);
        }
        catch (Neo4jException error) when (error is not ServiceUnavailableException && error.Code is { Length: > 0 })
        {
            return new Answer(error.Code.Split('.')[^1], error.Message, []);
        }
        finally
        {
            await transaction.RollbackAsync();
        }
    }

    /// <summary>Null where the two answers are the same.</summary>
    public string? DifferenceFrom(Answer other, bool ordered)
    {
        if (Error is not null || other.Error is not null)
            return Error == other.Error ? null : $"{Error ?? "rows"} against {other.Error ?? "rows"}: {Start(Message)} {Start(other.Message)}";
        var same = ordered ? Rows.SequenceEqual(other.Rows) : Rows.Order(StringComparer.Ordinal).SequenceEqual(other.Rows.Order(StringComparer.Ordinal));
        return same ? null : "rows";
    }

    /// <summary>Enough to tell one mistake from another.</summary>
    private static string? Start(string? message) => message?[..Math.Min(message.Length, 30)];

    public override string ToString()
    {
        const int Most = 12;
        return Error is not null
            ? $"{Error}: {Message}"
            : string.Join("\n    ", Rows.Take(Most).Append(Rows.Count > Most ? $"… ({Rows.Count} rows)" : "").Prepend($"{Rows.Count} rows"));
    }

    private static async Task<List<string>> RowsAsync(CypherTransaction transaction, string query, MapValue? parameters, bool ignoringListOrder)
    {
        using var result = await transaction.RunAsync(query, parameters);
        return [.. result.Rows().Select(row => Text(row.Select(value => EngineValues.Of(value, result.View)), ignoringListOrder))];
    }

    private static async Task<List<string>> RowsAsync(IAsyncTransaction transaction, string query, Dictionary<string, object?>? parameters, bool ignoringListOrder)
    {
        var cursor = await transaction.RunAsync(query, (parameters ?? [])!);
        var columns = await cursor.KeysAsync();
        return await cursor.ToListAsync(record => Text(columns.Select(column => Neo4jValues.FromDriver(record[column])), ignoringListOrder));
    }

    private static string Text(IEnumerable<TckValue> row, bool ignoringListOrder) =>
        LongFloat().Replace(string.Join(" | ", row.Select(value => TckText.Of(value, ignoringListOrder))), match => Rounded(double.Parse(match.Value, CultureInfo.InvariantCulture)));

    /// <summary>Written as floats of few digits are.</summary>
    private static string Rounded(double value) =>
        value.ToString("G11", CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";

    /// <summary>The last digits of a sum depend on the order of its terms.</summary>
    [GeneratedRegex(@"\d+\.\d{6,}(E[+-]?\d+)?")]
    private static partial Regex LongFloat();
}
