using System.Diagnostics;
using LinkGraph.EngineTests.Syntax;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>Neo4j's own shell, unmodified: a client that nobody here has written.</summary>
public sealed class CypherShellTests
{
    [Fact]
    public async Task Shell_WithStatements_PrintsTheirRows()
    {
        var shell = Path.Combine(SharedFiles.Require("neo4j"), "cypher-shell");
        await using var running = await RunningDatabase.StartAsync();

        var (exit, output) = await RunAsync(shell, running, """
            CREATE (a:Person {name: 'Ada'})-[:KNOWS {since: date('1833-06-05')}]->(b:Person {name: 'Charles'});
            MATCH (a)-[r:KNOWS]->(b) RETURN a.name AS a, r.since AS since, b.name AS b;
            MATCH p = (:Person)-[]->() RETURN p;
            RETURN 1 / 0;
            """);

        Assert.Contains("\"Ada\", 1833-06-05, \"Charles\"", output, StringComparison.Ordinal);
        Assert.Contains("(:Person {name: \"Ada\"})-[:KNOWS {since: 1833-06-05}]->(:Person {name: \"Charles\"})", output, StringComparison.Ordinal);
        Assert.Contains("/ by zero", output, StringComparison.Ordinal);
        Assert.NotEqual(0, exit);
    }

    [Fact]
    public async Task Shell_WithTransactions_CommitsAndRollsBack()
    {
        var shell = Path.Combine(SharedFiles.Require("neo4j"), "cypher-shell");
        await using var running = await RunningDatabase.StartAsync();

        var (exit, output) = await RunAsync(shell, running, """
            :begin
            CREATE (:Kept);
            :commit
            :begin
            CREATE (:Lost);
            :rollback
            EXPLAIN MATCH (n) RETURN n;
            SHOW DATABASES YIELD name, default;
            """);

        Assert.Equal((0, ""), (exit, exit == 0 ? "" : output));
        Assert.Contains("\"neo4j\", TRUE", output, StringComparison.Ordinal);
        Assert.Equal(["Kept"], (await running.RowsAsync("MATCH (n) RETURN labels(n)[0]")).Select(r => (string)r[0]));
    }

    private static async Task<(int Exit, string Output)> RunAsync(string shell, RunningDatabase running, string statements)
    {
        var start = new ProcessStartInfo(shell)
        {
            ArgumentList =
            {
                "-a", running.Database.Address.ToString().TrimEnd('/'), "-u", running.Database.User, "-p", running.Database.Password,
                "--format", "plain", "--non-interactive", "--fail-at-end",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(statements);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output + await errors);
    }
}
