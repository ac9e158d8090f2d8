using System.IO.Hashing;
using Microsoft.Data.Sqlite;

namespace LinkGraph.Storage.Journal;

/// <summary>A SQLite file: one row a transaction, which survives a loss of power once it was appended, and chunks as of some transaction.</summary>
internal sealed class TransactionLog : IDisposable
{
    private const int SchemaVersion = 1;

    private const string Schema = $"""
        CREATE TABLE IF NOT EXISTS log (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS chunk
            (entity INTEGER NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (entity, number));
        CREATE TABLE IF NOT EXISTS checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), body BLOB NOT NULL, checksum INTEGER NOT NULL);
        PRAGMA user_version = 1;
        """;

    private const string WriteAheadSuffix = "-wal";

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand append;
    private bool isClosed;

    private TransactionLog(SqliteConnection connection)
    {
        this.connection = connection;
        append = Command("INSERT INTO log (sequence, body, checksum) VALUES ($1, $2, $3)", 0L, Array.Empty<byte>(), 0L);
    }

    /// <exception cref="StorageException">JournalDamaged or JournalFailed; so for all that follow.</exception>
    public static TransactionLog Open(string path)
    {
        ThrowIfCut(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var log = new TransactionLog(connection);
            log.Execute("PRAGMA journal_mode = WAL");
            log.Execute("PRAGMA synchronous = FULL");
            var version = (long)log.Execute("PRAGMA user_version")!;
            if (version > SchemaVersion)
            {
                throw new StorageException(StorageError.JournalDamaged, $"{path} was written by a later version of this program ({version}).");
            }

            if (version < SchemaVersion)
            {
                log.Execute(Schema);
            }

            return log;
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

    public Checkpoint ReadCheckpoint()
    {
        foreach (var (_, body) in ReadRows("SELECT 0, body, checksum FROM checkpoint", _ => "The checkpoint"))
        {
            return Checkpoint.FromBytes(body);
        }

        return Checkpoint.None;
    }

    public IEnumerable<StoredChunk> ReadChunks(EntityKind entity)
    {
        foreach (var (number, body) in ReadRows(
            $"SELECT number, body, checksum FROM chunk WHERE entity = {(int)entity} ORDER BY number", number => $"Chunk {number} of {entity}s"))
        {
            yield return new(entity, (int)number, body);
        }
    }

    /// <summary>All records after a transaction, in order, with none missing.</summary>
    public IEnumerable<(long Sequence, byte[] Body)> Read(long after)
    {
        var expected = after;
        foreach (var (sequence, body) in ReadRows("SELECT sequence, body, checksum FROM log ORDER BY sequence", number => $"Transaction {number} in the log"))
        {
            expected++;
            yield return sequence == expected
                ? (sequence, body)
                : throw new StorageException(StorageError.JournalDamaged, $"The log lacks transaction {expected}; the next one is {sequence}.");
        }
    }

    /// <summary>Returns when the record is safe; if it throws, nothing was written.</summary>
    public void Append(long sequence, byte[] body) => Write(() =>
    {
        append.Parameters[0].Value = sequence;
        append.Parameters[1].Value = body;
        append.Parameters[2].Value = Checksum(sequence, body);
        append.ExecuteNonQuery();
    });

    /// <summary>Replaces chunks and drops the records that are in them now, all or nothing.</summary>
    public void Save(Checkpoint checkpoint, IEnumerable<StoredChunk> chunks) => Write(() =>
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (entity, number, body) in chunks)
        {
            using var command = body is null
                ? Command("DELETE FROM chunk WHERE entity = $1 AND number = $2", (int)entity, number)
                : Command("INSERT OR REPLACE INTO chunk VALUES ($1, $2, $3, $4)", (int)entity, number, body, Checksum(number, body));
            command.ExecuteNonQuery();
        }

        var bytes = checkpoint.ToBytes();
        using var replace = Command("INSERT OR REPLACE INTO checkpoint VALUES (1, $1, $2)", bytes, Checksum(0, bytes));
        replace.ExecuteNonQuery();
        using var drop = Command("DELETE FROM log WHERE sequence <= $1", checkpoint.Version);
        drop.ExecuteNonQuery();
        transaction.Commit();
    });

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            append.Dispose();
            connection.Dispose();
        }
    }

    /// <summary>SQLite takes an empty file for a new database and throws away what waits to be written into it.</summary>
    private static void ThrowIfCut(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 } && new FileInfo(path + WriteAheadSuffix) is { Exists: true, Length: > 0 })
        {
            throw new StorageException(StorageError.JournalDamaged, $"{path} is damaged: it is empty, {path}{WriteAheadSuffix} beside it is not.");
        }
    }

    private static long Checksum(long number, byte[] body) => (long)XxHash3.HashToUInt64(body, number);

    private static StorageException Translate(SqliteException error, string path)
    {
        const int Corrupt = 11, NotADatabase = 26;
        return error.SqliteErrorCode is Corrupt or NotADatabase
            ? new(StorageError.JournalDamaged, $"{path} is damaged: {error.Message}", error)
            : new(StorageError.JournalFailed, $"{path} could not be used: {error.Message}{(IsForWantOfRoom(error, path) ? " The disk is full." : "")}", error);
    }

    /// <summary>Where SQLite has no room for the file that its connections share, it says no more than that something went wrong.</summary>
    private static bool IsForWantOfRoom(SqliteException error, string path)
    {
        const int InputOutput = 10;
        const long LeastRoom = 64 << 10;
        try
        {
            var full = Path.GetFullPath(path);
            return error.SqliteErrorCode == InputOutput
                && new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(full)! : Path.GetDirectoryName(full)!).AvailableFreeSpace < LeastRoom;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private object? Execute(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<object> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", parameters[i]);
        }

        return command;
    }

    private void Write(Action write)
    {
        lock (gate)
        {
            if (isClosed)
            {
                throw new StorageException(StorageError.StoreClosed, "The store is closed.");
            }

            Guard(() =>
            {
                write();
                return true;
            });
        }
    }

    /// <param name="sql">Selects a number, a body and its checksum.</param>
    /// <param name="describe">Names the row with a number.</param>
    private IEnumerable<(long Number, byte[] Body)> ReadRows(string sql, Func<long, string> describe)
    {
        using var command = Command(sql);
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            var (number, body, checksum) = Guard(() => ReadRow(reader));
            if (checksum != Checksum(number, body))
            {
                throw new StorageException(StorageError.JournalDamaged, $"{describe(number)} is not what was written: its checksum differs.");
            }

            yield return (number, body);
        }
    }

    /// <summary>Damage can leave SQLite a row that it reads, with values of other types than were written.</summary>
    private static (long Number, byte[] Body, long Checksum) ReadRow(SqliteDataReader reader)
    {
        try
        {
            return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2));
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidCastException)
        {
            throw new StorageException(StorageError.JournalDamaged, $"A row is not what was written: {error.Message}", error);
        }
    }

    private T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException error)
        {
            throw Translate(error, connection.DataSource);
        }
    }
}
