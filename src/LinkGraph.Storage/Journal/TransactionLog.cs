using System.IO.Hashing;
using Microsoft.Data.Sqlite;

namespace LinkGraph.Storage.Journal;

/// <summary>One row a transaction in a SQLite file; a row that was appended survives a loss of power.</summary>
internal sealed class TransactionLog : IDisposable
{
    private const int SchemaVersion = 1;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand append;
    private bool isClosed;

    private TransactionLog(SqliteConnection connection)
    {
        this.connection = connection;
        append = connection.CreateCommand();
        append.CommandText = "INSERT INTO log (sequence, body, checksum) VALUES ($sequence, $body, $checksum)";
        append.Parameters.Add("$sequence", SqliteType.Integer);
        append.Parameters.Add("$body", SqliteType.Blob);
        append.Parameters.Add("$checksum", SqliteType.Integer);
    }

    /// <exception cref="StorageException">JournalDamaged or JournalFailed.</exception>
    public static TransactionLog Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            var version = (long)Execute(connection, "PRAGMA user_version")!;
            if (version > SchemaVersion)
            {
                throw new StorageException(StorageError.JournalDamaged, $"{path} was written by a later version of this program ({version}).");
            }

            Execute(connection, "CREATE TABLE IF NOT EXISTS log (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL)");
            Execute(connection, $"PRAGMA user_version = {SchemaVersion}");
            return new(connection);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Translate(error, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All records in order.</summary>
    /// <exception cref="StorageException">JournalDamaged: one is missing or is not what was written.</exception>
    public IEnumerable<(long Sequence, byte[] Body)> Read()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, body, checksum FROM log ORDER BY sequence";
        using var reader = Guard(command.ExecuteReader);
        var expected = 1L;
        while (Guard(reader.Read))
        {
            var (sequence, body, checksum) = Guard(() => (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2)));
            if (sequence != expected)
            {
                throw new StorageException(StorageError.JournalDamaged, $"The log lacks transaction {expected}; the next one is {sequence}.");
            }

            if (checksum != Checksum(sequence, body))
            {
                throw new StorageException(StorageError.JournalDamaged, $"Transaction {sequence} in the log is not what was written: its checksum differs.");
            }

            yield return (sequence, body);
            expected++;
        }
    }

    /// <summary>Returns when the record is safe.</summary>
    /// <exception cref="StorageException">JournalFailed: a full disk, for instance; then nothing was written. StoreClosed.</exception>
    public void Append(long sequence, byte[] body)
    {
        lock (gate)
        {
            if (isClosed)
            {
                throw new StorageException(StorageError.StoreClosed, "The store is closed.");
            }

            append.Parameters[0].Value = sequence;
            append.Parameters[1].Value = body;
            append.Parameters[2].Value = Checksum(sequence, body);
            try
            {
                append.ExecuteNonQuery();
            }
            catch (SqliteException error)
            {
                throw Translate(error, connection.DataSource);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            append.Dispose();
            connection.Dispose();
        }
    }

    private static long Checksum(long sequence, byte[] body) => (long)XxHash3.HashToUInt64(body, sequence);

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static StorageException Translate(SqliteException error, string path)
    {
        const int Corrupt = 11, NotADatabase = 26;
        return error.SqliteErrorCode is Corrupt or NotADatabase
            ? new(StorageError.JournalDamaged, $"{path} is damaged: {error.Message}", error)
            : new(StorageError.JournalFailed, $"{path} could not be used: {error.Message}", error);
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw Translate(error, connection.DataSource);
        }
    }
}
