using System.Diagnostics;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Evidence;
using LinkGraph.Graph.Ingest;
using LinkGraph.Graph.Publishing;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution;
using Microsoft.Extensions.Logging.Abstractions;
using Neo4j.Driver;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>
/// Everything is done in all homes in turn, so that whatever else the machine does hits all alike: Neo4j and <c>linkgraph serve</c> on a folder,
/// both through the driver, and the engine on a folder in this process.
/// </summary>
internal sealed class VersusRun(Uri neo4j, string world, string temporary, int rounds)
{
    private const string Commit = "(commit)", LookUp = "look-up by id", AllEvidence = "all evidence";
    private const int WarmUpRows = 100_000, LookUpsPerRound = 2_000;

    private readonly QueryCatalogue _catalogue = QueryCatalogue.Load();
    private readonly Samples _seconds = new();
    private readonly Samples _rows = new();

    private string ServedPath => Path.Combine(temporary, "served");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var transactions = await RecordAsync(cancellationToken);
        await EmptyAsync(cancellationToken);
        ResolvedOperators resolution;
        await using (var served = await ServedFolder.StartAsync(ServedPath, cancellationToken))
        {
            await IngestAsync(served, transactions);
            VersusTables.Ingest(_seconds, _rows, served.Resident());
            resolution = await PublishAsync(served, cancellationToken);
        }
        var questions = new Questions(_catalogue, resolution, Ids(transactions, "ingest/accounts"), Ids(transactions, "ingest/models")[^1]);
        transactions.Clear();
        await OpenAsync(cancellationToken);
        await ReadAsync(questions, cancellationToken);
    }

    /// <summary>What the program writes for the world: batches, then templates and exits.</summary>
    private async Task<List<List<WrittenRows>>> RecordAsync(CancellationToken cancellationToken)
    {
        var recording = new RecordingGraph();
        using var spool = new PromptSpool(Path.Combine(temporary, "state"));
        await new IngestionRun(new IngestionOptions { Key = new byte[32] }, recording, spool, TimeProvider.System, NullLogger.Instance)
            .RunAsync([new PathRequest(world)], cancellationToken);
        await new Settler(recording, NullLogger<Settler>.Instance).SettleAsync(spool.Read(), null, cancellationToken);
        return recording.Transactions;
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await using var driver = GraphDatabase.Driver(neo4j, AuthTokens.None);
        await using var session = driver.AsyncSession();
        await (await session.RunAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")).ConsumeAsync();
        await using var connection = Connect(neo4j);
        await new GraphStore(connection, _catalogue).EnsureSchemaAsync(cancellationToken);
    }

    private async Task IngestAsync(ServedFolder served, List<List<WrittenRows>> transactions)
    {
        await using var connection = Connect(served.Address);
        await new GraphStore(connection, _catalogue).EnsureSchemaAsync(CancellationToken.None);
        IHome[] homes = [new BoltHome("Neo4j", neo4j, _catalogue), new BoltHome("served", served.Address, _catalogue), new EngineHome(Path.Combine(temporary, "own"), _catalogue)];
        await ((EngineHome)homes[2]).EnsureSchemaAsync();
        long rows = transactions.SelectMany(t => t).Sum(s => (long)s.Rows.Length);
        int every = (int)Math.Max(1, rows / WarmUpRows);
        foreach (var transaction in transactions.Where((_, i) => i % every == 0))
        {
            foreach (var home in homes)
                await home.WriteAsync(transaction, keep: false, _ => { });
        }
        foreach (var transaction in transactions)
        {
            foreach (var home in homes)
            {
                long since = Stopwatch.GetTimestamp();
                await home.WriteAsync(transaction, keep: true, statement =>
                {
                    _seconds.Add(statement?.Query ?? Commit, home.Name, Stopwatch.GetElapsedTime(since).TotalSeconds);
                    _rows.Add(statement?.Query ?? Commit, home.Name, statement?.Rows.Length ?? 0);
                    since = Stopwatch.GetTimestamp();
                });
            }
        }
        foreach (var home in homes)
            await home.DisposeAsync();
    }

    /// <summary>Operators, which most questions are about, in both servers.</summary>
    private async Task<ResolvedOperators> PublishAsync(ServedFolder served, CancellationToken cancellationToken)
    {
        await using var ours = Connect(served.Address);
        await using var theirs = Connect(neo4j);
        var evidence = await new EvidenceReader(ours, _catalogue).ReadAsync(null, null, cancellationToken);
        var resolution = new Resolver().Resolve(evidence, cancellationToken: cancellationToken);
        foreach (var connection in (GraphConnection[])[ours, theirs])
        {
            var run = new RunInfo("benchmark", TimeProvider.System.GetUtcNow(), evidence.AccountIds.Length);
            await new Publisher(connection, _catalogue, TimeProvider.System).PublishAsync(resolution, run, cancellationToken);
        }
        return resolution;
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        List<(double Seconds, long Resident)> served = [];
        for (int round = 0; round < rounds; round++)
        {
            await using var process = await ServedFolder.StartAsync(ServedPath, cancellationToken);
            served.Add((process.Opening.TotalSeconds, process.Resident()));
        }
        VersusTables.Opening(served);
        for (int round = 0; round < rounds; round++)
        {
            using var process = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "LinkGraph.Benchmarks.dll"), "open", ServedPath]);
            await process.WaitForExitAsync(cancellationToken);
        }
    }

    private async Task ReadAsync(Questions questions, CancellationToken cancellationToken)
    {
        string copy = Path.Combine(temporary, "copy");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(ServedPath, "graph.db*"))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        await using var served = await ServedFolder.StartAsync(ServedPath, cancellationToken);
        IHome[] homes = [new BoltHome("Neo4j", neo4j, _catalogue), new BoltHome("served", served.Address, _catalogue), new EngineHome(copy, _catalogue)];
        for (int round = -2; round < rounds; round++)
        {
            // Two rounds to warm up.
            await EvidenceAsync(homes, round >= 0);
            foreach (var home in homes)
                await LookUpAsync(home, questions, round);
        }
        for (int round = -5; round < 4 * rounds; round++)
        {
            foreach (var (query, parameters) in questions.All)
                await AskAsync(homes, query, parameters, round >= 0);
        }
        VersusTables.Reading(_seconds, _catalogue.InFolder("evidence").Select(q => q.Name).Append(AllEvidence), LookUp, questions.All.Select(q => q.Query.Name));
        foreach (var home in homes)
            await home.DisposeAsync();
        VersusTables.Memory(served.Resident());
    }

    private async Task EvidenceAsync(IHome[] homes, bool counts)
    {
        var all = homes.ToDictionary(home => home.Name, _ => 0.0);
        foreach (var query in _catalogue.InFolder("evidence"))
        {
            foreach (var (home, seconds) in await AskAsync(homes, query, new() { ["accounts"] = null }, counts))
                all[home] += seconds;
        }
        foreach (var (home, seconds) in all.Where(_ => counts))
            _seconds.Add(AllEvidence, home, seconds);
    }

    private async Task LookUpAsync(IHome home, Questions questions, int round)
    {
        for (int i = 0; i < LookUpsPerRound; i++)
        {
            long started = Stopwatch.GetTimestamp();
            await home.ReadAsync(Questions.LookUp, new() { ["id"] = questions.AnAccount((round + 2) * LookUpsPerRound + i) });
            if (round >= 0)
                _seconds.Add(LookUp, home.Name, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    private async Task<List<(string Home, double Seconds)>> AskAsync(IHome[] homes, CypherQuery query, Dictionary<string, object?> parameters, bool counts)
    {
        List<(string, double)> all = [];
        Answer? expected = null;
        foreach (var home in homes)
        {
            long started = Stopwatch.GetTimestamp();
            var answer = await home.ReadAsync(query, parameters);
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if ((expected ??= answer) != answer)
                throw new InvalidOperationException($"{query.Name}: {homes[0].Name} gives {expected}, {home.Name} {answer}.");
            if (counts)
                _seconds.Add(query.Name, home.Name, seconds);
            all.Add((home.Name, seconds));
        }
        return all;
    }

    private static string[] Ids(IEnumerable<IEnumerable<WrittenRows>> transactions, string query) =>
        [.. transactions.SelectMany(t => t).Where(s => s.Query == query).SelectMany(s => s.Rows).Select(row => (string)((object[])row)[0])];

    private static GraphConnection Connect(Uri address) => new(new DatabaseOptions(address), TimeProvider.System);
}
