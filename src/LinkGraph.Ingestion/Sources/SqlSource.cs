using System.Data.Common;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LinkGraph.Ingestion.Sources;

/// <summary>A query. Only the rows' order ties a position to a row, so the query must say it.</summary>
internal sealed partial class SqlSource(SqlRequest request, TimeSpan wait, TimeProvider time, ILogger logger)
    : Source($"sql:{request.Name}", $"sql:{request.Name}", request.SchemaOr(request.Kind))
{
    private const int CommandSeconds = 600;

    public override async ValueTask<byte[]> ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (!OrderBy().IsMatch(request.Query))
        {
            throw new IngestionException(
                $"{Place}: the query has no ORDER BY. It must give its rows in the same order each time, new ones last, or a run that is "
                + "interrupted could not go on where it stopped.");
        }
        await using SqlRows rows = await OpenRowsAsync(cancellationToken);
        ColumnMap.Make(Place, Schema, rows.Columns);
        string identity = $"{rows.Database}\n{Spaces().Replace(request.Query.Trim(), " ")}";
        return Encoding.UTF8.GetBytes(Convert.ToHexString(XxHash128.Hash(Encoding.UTF8.GetBytes(identity))));
    }

    public override async ValueTask<IWindowReader> OpenAsync(StartAt start, WindowLimits limits, CancellationToken cancellationToken)
    {
        var reader = new SqlWindowReader(this, limits, start.Position, wait, time, logger);
        await reader.OpenAsync(cancellationToken);
        return reader;
    }

    /// <summary>Runs the query; nothing it does can change the database.</summary>
    /// <exception cref="IngestionException">The database refuses; the message holds no secret.</exception>
    public async ValueTask<SqlRows> OpenRowsAsync(CancellationToken cancellationToken)
    {
        DbConnection? connection = null;
        try
        {
            connection = Connect();
            await connection.OpenAsync(cancellationToken);
            DbTransaction? transaction = null;
            if (request.Database == SqlDatabase.PostgreSql)
            {
                transaction = await connection.BeginTransactionAsync(cancellationToken);
                await connection.ExecuteAsync(new CommandDefinition("SET TRANSACTION READ ONLY", transaction: transaction, cancellationToken: cancellationToken));
            }
            var command = new CommandDefinition(request.Query, null, transaction, CommandSeconds, flags: CommandFlags.None, cancellationToken: cancellationToken);
            return new SqlRows(connection, await connection.ExecuteReaderAsync(command));
        }
        catch (DbException e) when (!IsTransient(e))
        {
            await DisposeAsync(connection);
            throw new IngestionException($"{Place}: {e.Message}", e);
        }
        catch
        {
            await DisposeAsync(connection);
            throw;
        }
    }

    /// <summary>Whether another attempt may succeed: the connection dropped, the server restarts, the file is locked.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        PostgresException e => e.IsTransient || e.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException e => e.IsTransient || e.InnerException is IOException or TimeoutException,
        SqliteException e => e.SqliteErrorCode is 5 or 6,
        _ => false,
    };

    private static ValueTask DisposeAsync(DbConnection? connection) => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    [GeneratedRegex(@"\border\s+by\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderBy();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private DbConnection Connect()
    {
        try
        {
            return request.Database == SqlDatabase.PostgreSql
                ? new NpgsqlConnection(request.ConnectionString)
                : new SqliteConnection(new SqliteConnectionStringBuilder(request.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            // The exception quotes the string, and with it perhaps the password.
            throw new IngestionException($"{Place}: the connection string cannot be understood ({e.GetType().Name}).");
        }
    }
}
