using LinkGraph.Graph.Catalogue;
using Neo4j.Driver;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>A server, through the driver and over a socket.</summary>
internal sealed class BoltHome(string name, Uri address, QueryCatalogue catalogue) : IHome
{
    /// <summary>Statements sent but not answered, as the program does it.</summary>
    private const int Ahead = 4;

    private readonly IDriver _driver = GraphDatabase.Driver(address, AuthTokens.None);

    public string Name => name;

    public async Task WriteAsync(IReadOnlyList<WrittenRows> statements, bool keep, Action<WrittenRows?> done)
    {
        await using var session = _driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();
        var unanswered = new Queue<(WrittenRows Statement, IResultCursor Cursor)>();
        foreach (var statement in statements)
        {
            unanswered.Enqueue((statement, await transaction.RunAsync(catalogue.Get(statement.Query).Text, new Dictionary<string, object> { ["rows"] = statement.Rows })));
            if (unanswered.Count > Ahead)
                await AnswerAsync(unanswered, done);
        }
        while (unanswered.Count > 0)
            await AnswerAsync(unanswered, done);
        await (keep ? transaction.CommitAsync() : transaction.RollbackAsync());
        done(null);
    }

    public async Task<Answer> ReadAsync(CypherQuery query, Dictionary<string, object?> parameters)
    {
        await using var session = _driver.AsyncSession(configuration => configuration.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync(query.Text, parameters!);
        long rows = 0, items = 0;
        while (await cursor.FetchAsync())
        {
            rows++;
            for (int i = 0; i < cursor.Current.Keys.Count; i++)
                items += cursor.Current[i] is IList<object> list ? list.Count : 0;
        }
        return new Answer(rows, items);
    }

    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private static async Task AnswerAsync(Queue<(WrittenRows Statement, IResultCursor Cursor)> unanswered, Action<WrittenRows?> done)
    {
        var (statement, cursor) = unanswered.Dequeue();
        await cursor.ConsumeAsync();
        done(statement);
    }
}
