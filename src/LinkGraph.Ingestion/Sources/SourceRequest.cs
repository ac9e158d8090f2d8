using LinkGraph.Ingestion.Mapping;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Sources;

/// <summary>What a caller wants ingested.</summary>
public abstract record SourceRequest
{
    /// <summary>What the columns mean, where they are not the contract's; null where they are. Not allowed for a folder.</summary>
    public RecordMapping? Mapping { get; init; }

    internal RecordSchema SchemaOr(RecordKind kind) => Mapping is { } mapping ? RecordSchema.Of(mapping) : RecordSchema.Of(kind);
}

/// <summary>A folder or a file. In a folder every file whose name begins with a record kind is read; a gzip stream is noticed by its first bytes.</summary>
/// <param name="Path">The folder or file.</param>
/// <param name="Kind">Kind of the records where the file's name does not say it; not allowed for a folder.</param>
/// <param name="Name">Name of the source in the checkpoints; null: the full path. Not allowed for a folder.</param>
public sealed record PathRequest(string Path, RecordKind? Kind = null, string? Name = null) : SourceRequest;

/// <summary>A stream that is read once, standard input for example. It may be gzip.</summary>
/// <param name="Kind">Kind of its records.</param>
/// <param name="Name">Its name; the checkpoint is kept under <c>stdin:NAME</c>. The same stream sent again goes on where it stopped.</param>
/// <param name="Open">Opens the stream; called once.</param>
/// <param name="Format">NDJSON or CSV.</param>
public sealed record StreamRequest(RecordKind Kind, string Name, Func<Stream> Open, SourceFormat Format = SourceFormat.Ndjson) : SourceRequest;

/// <summary>A query. Its columns are named like the fields of the records, and it must have an ORDER BY that gives the rows in the same order each time, new ones last.</summary>
/// <param name="Kind">Kind of its records.</param>
/// <param name="Name">Its name; the checkpoint is kept under <c>sql:NAME</c>.</param>
/// <param name="Database">What speaks at the other end.</param>
/// <param name="ConnectionString">How to reach it. Secret: never logged, never part of an error.</param>
/// <param name="Query">The SELECT.</param>
public sealed record SqlRequest(RecordKind Kind, string Name, SqlDatabase Database, string ConnectionString, string Query) : SourceRequest
{
    /// <summary>Without the connection string.</summary>
    public override string ToString() => $"SqlRequest {{ Kind = {Kind}, Name = {Name}, Database = {Database} }}";

    /// <summary>Takes the connection string from an environment variable.</summary>
    /// <exception cref="IngestionException">The variable is not set.</exception>
    public static SqlRequest FromEnvironment(RecordKind kind, string name, SqlDatabase database, string variable, string query)
    {
        string? connectionString = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(connectionString)
            ? throw new IngestionException($"sql:{name}: the environment variable {variable} is not set; it should hold the connection string.")
            : new SqlRequest(kind, name, database, connectionString, query);
    }
}

/// <summary>The databases that can be queried.</summary>
public enum SqlDatabase
{
    PostgreSql,
    Sqlite,
}
