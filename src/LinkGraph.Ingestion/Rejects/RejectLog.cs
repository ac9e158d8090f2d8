using System.Buffers;
using System.Text.Json;

namespace LinkGraph.Ingestion.Rejects;

/// <summary>
/// The rejects file: one line of JSON a reject, with source, file, record, line, kind, field and reason, never anything of the record itself.
/// A run that resumes forgets what an interrupted one noted beyond the last commit, so a reject stands in it once.
/// </summary>
internal sealed class RejectLog
{
    private readonly string? _path;

    /// <param name="path">The file; null keeps none.</param>
    public RejectLog(string? path)
    {
        _path = path;
        if (path is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
    }

    /// <summary>Appends the rejects of one window; they are in the file when the call returns.</summary>
    public void Append(string source, string place, string kind, IReadOnlyList<Reject> rejects)
    {
        if (_path is null || rejects.Count == 0)
        {
            return;
        }
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            foreach (Reject reject in rejects)
            {
                Write(json, source, place, kind, reject);
                json.Flush();
                json.Reset();
                buffer.Write("\n"u8);
            }
        }
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(buffer.WrittenSpan);
    }

    /// <summary>Forgets the rejects of a source behind the record given.</summary>
    public void DropAfter(string source, long record)
    {
        if (_path is null || !File.Exists(_path))
        {
            return;
        }
        string kept = _path + ".new";
        bool dropped = false;
        using (var writer = new StreamWriter(kept))
        {
            foreach (string entry in File.ReadLines(_path))
            {
                if (IsBehind(entry, source, record))
                {
                    dropped = true;
                }
                else
                {
                    writer.Write(entry);
                    writer.Write('\n');
                }
            }
        }
        if (dropped)
        {
            File.Move(kept, _path, overwrite: true);
        }
        else
        {
            File.Delete(kept);
        }
    }

    private static void Write(Utf8JsonWriter json, string source, string place, string kind, Reject reject)
    {
        json.WriteStartObject();
        json.WriteString("source", source);
        json.WriteString("file", place);
        json.WriteNumber("record", reject.Record);
        json.WriteNumber("line", reject.Line);
        json.WriteString("kind", kind);
        if (reject.Field is not null)
        {
            json.WriteString("field", reject.Field);
        }
        json.WriteString("reason", reject.Reason);
        json.WriteEndObject();
    }

    private static bool IsBehind(string entry, string source, long record)
    {
        try
        {
            using var json = JsonDocument.Parse(entry);
            return json.RootElement.GetProperty("source").GetString() == source && json.RootElement.GetProperty("record").GetInt64() > record;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return true; // the last line of a run that was killed while it wrote
        }
    }
}
