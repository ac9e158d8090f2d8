using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using LinkGraph.ContractTests.Infrastructure;
using Microsoft.Data.Sqlite;
using Parquet;
using Parquet.Schema;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>The same records as CSV, gzip, Parquet, rows of a database and standard input give the graph of the plain files.</summary>
public abstract class SourceFormatTests(GraphHome home, GeneratedWorld world)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j, GeneratedWorld world) : SourceFormatTests(new Neo4jHome(neo4j), world);

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home, GeneratedWorld world) : SourceFormatTests(home, world);

    [Fact]
    public async Task Ingest_EveryKindInAnotherFormat_GivesTheSameGraph()
    {
        var once = await world.ReferenceAsync(home);
        string database = await home.EmptyAsync(), folder = world.NewFolder(), state = world.NewFolder();
        string accounts = Path.Combine(folder, "accounts.csv"), exchanges = Path.Combine(folder, "exchanges.ndjson.gz");
        string payments = Path.Combine(folder, "payment_methods.parquet"), proxies = Path.Combine(folder, "proxies.sql");
        await WriteCsvAsync("accounts", accounts);
        await WriteGzipAsync("exchanges", exchanges);
        await WriteParquetAsync("payment_methods", payments);
        string connection = await WriteTableAsync("proxies", Path.Combine(folder, "source.db"));
        await File.WriteAllTextAsync(proxies, "SELECT * FROM proxies ORDER BY network, proxy_id");
        string models = await File.ReadAllTextAsync(Path.Combine(world.Folder, "models.ndjson"));

        (await ProgramProcess.RunWithAsync(
            database, models, ("LINKGRAPH_SOURCE", connection), "ingest", exchanges, payments, proxies, "--sql", "sqlite", "--state", state)).Expect(0);
        (await ProgramProcess.RunWithAsync(database, models, ("LINKGRAPH_SOURCE", connection), "ingest", "-", "--kind", "models", "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "ingest", accounts, "--state", state)).Expect(0);

        Assert.Equal(once.Ingested, await home.LookAsync(database, GraphDigest.ReadAsync));
    }

    private IEnumerable<Dictionary<string, string?>> Records(string kind) => File.ReadLines(Path.Combine(world.Folder, $"{kind}.ndjson"))
        .Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ToString()));

    private async Task WriteCsvAsync(string kind, string path)
    {
        string[] names = [.. Records(kind).SelectMany(record => record.Keys).Distinct()];
        var rows = Records(kind).Select(record => string.Join(',', names.Select(name => Quote(record.GetValueOrDefault(name)))));
        await File.WriteAllLinesAsync(path, rows.Prepend(string.Join(',', names)));

        static string Quote(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private async Task WriteGzipAsync(string kind, string path)
    {
        await using var from = File.OpenRead(Path.Combine(world.Folder, $"{kind}.ndjson"));
        await using var to = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await from.CopyToAsync(to);
    }

    private async Task WriteParquetAsync(string kind, string path)
    {
        var records = Records(kind).ToList();
        string[] names = [.. records.SelectMany(record => record.Keys).Distinct()];
        var fields = names.Select(name => name.EndsWith("_seen", StringComparison.Ordinal) ? (DataField)new DataField<DateTime?>(name) : new DataField<string>(name)).ToArray();
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields]), file);
        using var group = writer.CreateRowGroup();
        foreach (var field in fields)
        {
            var values = records.Select(record => record.GetValueOrDefault(field.Name));
            if (field is DataField<string> text)
                await group.WriteAsync(text, values.ToArray()!);
            else
                await group.WriteAsync<DateTime>((DataField<DateTime?>)field, values.Select(Time).ToArray());
        }

        static DateTime? Time(string? value) => value is null
            ? null
            : DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
    }

    private async Task<string> WriteTableAsync(string kind, string path)
    {
        string connection = $"Data Source={path};Pooling=False";
        await using var database = new SqliteConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """
            CREATE TABLE proxies (network TEXT, proxy_id TEXT, kind TEXT, confidence REAL);
            INSERT INTO proxies SELECT value ->> 'network', value ->> 'proxy_id', value ->> 'kind', value ->> 'confidence' FROM json_each($all);
            """;
        command.Parameters.AddWithValue("$all", $"[{string.Join(',', await File.ReadAllLinesAsync(Path.Combine(world.Folder, $"{kind}.ndjson")))}]");
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
        return connection;
    }
}
