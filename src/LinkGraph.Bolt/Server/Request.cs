using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Server;

/// <summary>A message of a client, well formed; what its fields mean depends on the tag.</summary>
/// <param name="Tag">One of <see cref="RequestTag"/>.</param>
/// <param name="Extra">The last or only map; empty for messages without one.</param>
/// <param name="Text">The query of RUN.</param>
/// <param name="Parameters">The PackStream of RUN's parameters.</param>
internal sealed record Request(byte Tag, Dictionary<string, object?> Extra, string Text = "", ReadOnlyMemory<byte> Parameters = default)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <exception cref="PackStreamException">It is none.</exception>
    public static Request Read(ReadOnlyMemory<byte> message, int deepestNesting)
    {
        var check = new PackStreamReader(message.Span);
        MetadataReader.CheckNesting(ref check, deepestNesting);
        if (check.Remaining > 0)
            throw new PackStreamException($"{check.Remaining} bytes after the end of a message.");

        var reader = new PackStreamReader(message.Span);
        var fields = reader.ReadStructureHeader(out var tag);
        var expected = tag switch
        {
            RequestTag.Goodbye or RequestTag.Reset or RequestTag.Logoff or RequestTag.Commit or RequestTag.Rollback => 0,
            RequestTag.Hello or RequestTag.Logon or RequestTag.Begin or RequestTag.Pull or RequestTag.Discard or RequestTag.Telemetry => 1,
            RequestTag.Run or RequestTag.Route => 3,
            _ => throw new PackStreamException($"Unknown message 0x{tag:X2}."),
        };
        if (fields != expected)
            throw new PackStreamException($"The message {Name(tag)} has {expected} fields, not {fields}.");
        switch (tag)
        {
            case RequestTag.Run:
                var text = reader.ReadString();
                var start = reader.Position;
                if (reader.PeekType() != PackStreamType.Map)
                    throw new PackStreamException("The parameters of RUN are no map.");
                reader.Skip();
                var parameters = message[start..reader.Position];
                return new Request(tag, MetadataReader.ReadMap(ref reader), text, parameters);
            case RequestTag.Route:
                var routing = MetadataReader.ReadMap(ref reader);
                reader.Skip();
                return new Request(tag, Merge(routing, MetadataReader.ReadMap(ref reader)));
            case RequestTag.Telemetry:
                reader.ReadInteger();
                return new Request(tag, Nothing);
            default:
                return new Request(tag, expected == 0 ? Nothing : MetadataReader.ReadMap(ref reader));
        }
    }

    public static string Name(byte tag) => tag switch
    {
        RequestTag.Hello => "HELLO",
        RequestTag.Goodbye => "GOODBYE",
        RequestTag.Reset => "RESET",
        RequestTag.Run => "RUN",
        RequestTag.Begin => "BEGIN",
        RequestTag.Commit => "COMMIT",
        RequestTag.Rollback => "ROLLBACK",
        RequestTag.Discard => "DISCARD",
        RequestTag.Pull => "PULL",
        RequestTag.Telemetry => "TELEMETRY",
        RequestTag.Route => "ROUTE",
        RequestTag.Logon => "LOGON",
        RequestTag.Logoff => "LOGOFF",
        _ => $"0x{tag:X2}",
    };

    /// <summary>Null where there is none.</summary>
    /// <exception cref="BoltFailureException">It is of another type; so for the next one.</exception>
    public string? TextOf(string key) => Extra.GetValueOrDefault(key) switch
    {
        null => null,
        string text => text,
        _ => throw BoltFailureException.Invalid($"The field `{key}` of {Name(Tag)} is no string."),
    };

    public long? NumberOf(string key) => Extra.GetValueOrDefault(key) switch
    {
        null => null,
        long number => number,
        _ => throw BoltFailureException.Invalid($"The field `{key}` of {Name(Tag)} is no integer."),
    };

    private static Dictionary<string, object?> Merge(Dictionary<string, object?> routing, Dictionary<string, object?> extra)
    {
        foreach (var (key, value) in extra)
            routing[key] = value;
        return routing;
    }
}
