using System.Collections;
using LinkGraph.Bolt.Framing;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Server;

/// <summary>Writes answers into a buffer that is sent when it is full or when the client waits.</summary>
internal sealed class ResponseWriter(Func<ReadOnlyMemory<byte>, ValueTask> send)
{
    private const int FullBuffer = 64 << 10;

    private readonly MessageWriter _messages = new();

    public bool IsFull => _messages.Finished.Length >= FullBuffer;

    public void Record(IBoltResult result)
    {
        _messages.BeginMessage(ResponseTag.Record, 1);
        try
        {
            result.WriteRow(_messages.Values);
        }
        catch
        {
            _messages.AbandonMessage();
            throw;
        }
        _messages.EndMessage();
    }

    public void Success(Dictionary<string, object?> metadata)
    {
        _messages.BeginMessage(ResponseTag.Success, 1);
        Write(_messages.Values, metadata);
        _messages.EndMessage();
    }

    public void Failure(string code, string message)
    {
        _messages.BeginMessage(ResponseTag.Failure, 1);
        Write(_messages.Values, new Dictionary<string, object?> { ["code"] = code, ["message"] = message });
        _messages.EndMessage();
    }

    public void Ignored()
    {
        _messages.BeginMessage(ResponseTag.Ignored, 0);
        _messages.EndMessage();
    }

    public async ValueTask FlushAsync()
    {
        if (_messages.Finished.IsEmpty)
            return;
        await send(_messages.Finished).ConfigureAwait(false);
        _messages.Clear();
    }

    private static void Write(PackStreamWriter writer, object? value)
    {
        if (writer.TryWriteSimple(value))
            return;
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteMapHeader(map.Count);
                foreach (var (key, item) in map)
                {
                    writer.WriteString(key);
                    Write(writer, item);
                }
                break;
            case ICollection list:
                writer.WriteListHeader(list.Count);
                foreach (var item in list)
                    Write(writer, item);
                break;
            default:
                throw new ArgumentException($"Metadata cannot hold {value.GetType()}.", nameof(value));
        }
    }
}
