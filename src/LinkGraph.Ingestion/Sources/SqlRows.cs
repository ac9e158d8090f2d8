using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LinkGraph.Ingestion.Sources;

/// <summary>The rows of a query, and the connection they come from.</summary>
internal sealed class SqlRows(DbConnection connection, DbDataReader reader) : IAsyncDisposable
{
    public IEnumerable<string> Columns => Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);

    /// <summary>Which database they come from: its name, or its file. Not the host, which may change when a server is replaced.</summary>
    public string Database => connection is SqliteConnection ? Path.GetFullPath(connection.DataSource) : connection.Database;

    public Task<bool> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken);

    /// <summary>Adds the row at hand to a window.</summary>
    public void CopyTo(FieldWindowBuilder builder, int[] fields)
    {
        for (int column = 0; column < fields.Length; column++)
        {
            if (fields[column] < 0 || reader.IsDBNull(column))
            {
                continue;
            }
            object value = reader.GetValue(column);
            if (value is string text && text.Contains('\uFFFD') && connection is SqliteConnection)
            {
                // It keeps any bytes as text, and reads U+FFFD where they are no UTF-8: the bytes tell that from one that was written.
                builder.Set(fields[column], (ReadOnlySpan<byte>)reader.GetFieldValue<byte[]>(column));
            }
            else
            {
                ValueText.Set(builder, fields[column], value);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>Typed values as the text that validation expects.</summary>
internal static class ValueText
{
    public static void Set(FieldWindowBuilder builder, int field, object value)
    {
        switch (value)
        {
            case string text:
                builder.Set(field, text);
                break;
            case DateTime time:
                builder.Set(field, Of(time));
                break;
            case DateTimeOffset time:
                builder.Set(field, Of(time.UtcDateTime));
                break;
            case decimal number:
                builder.Set(field, number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case bool or byte[] or Array:
                builder.SetOther(field);
                break;
            case IFormattable formattable:
                builder.Set(field, formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                builder.Set(field, value.ToString() ?? "");
                break;
        }
    }

    /// <summary>A time without a zone is UTC.</summary>
    private static string Of(DateTime time)
    {
        DateTime utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
        return utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }
}
