using System.Text;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>The head of a GET request, as far as it matters here.</summary>
internal sealed class HttpRequest
{
    /// <summary>Bytes that a request may have; browsers send a tenth of it.</summary>
    public const int LargestHead = 8 << 10;

    private readonly Dictionary<string, string> _headers;

    private HttpRequest(Dictionary<string, string> headers) => _headers = headers;

    public string? Host => Header("Host");

    /// <summary>Where the page comes from that sends it; null for programs that are no browsers.</summary>
    public string? Origin => Header("Origin");

    public bool WantsWebSocket => Lists("Connection", "upgrade") && Lists("Upgrade", "websocket");

    /// <summary>Null if the header is missing.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Whether a header whose value is a list has the item, with or without parameters.</summary>
    public bool Lists(string name, string item)
    {
        foreach (var part in (Header(name) ?? "").Split(','))
        {
            if (part.AsSpan(0, part.IndexOf(';') is >= 0 and var end ? end : part.Length).Trim().Equals(item, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Reads to the empty line.</summary>
    /// <param name="stream">What it comes from.</param>
    /// <param name="first">The byte that has been read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The lines without the empty one; null if it is longer than allowed, or something follows before it is answered.</returns>
    /// <exception cref="EndOfStreamException">The client has gone.</exception>
    public static async ValueTask<string?> ReadHeadAsync(Stream stream, byte first, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestHead];
        buffer[0] = first;
        var received = 1;
        while (received < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(received), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw new EndOfStreamException();
            // The empty line may have begun in what came before.
            var searched = Math.Max(0, received - 3);
            received += read;
            var end = buffer.AsSpan(searched, received - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return searched + end + 4 == received ? Encoding.Latin1.GetString(buffer, 0, searched + end) : null;
        }
        return null;
    }

    /// <returns>Null if it is no GET request of HTTP/1.1, or says something twice.</returns>
    public static HttpRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not ["GET", ['/', ..], "HTTP/1.1" or "HTTP/1.0"])
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':');
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(" \t") || line.AsSpan().ContainsAnyInRange('\0', '\b') || line.AsSpan().ContainsAny("\r\n"))
                return null;
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim(' ', '\t'));
            // Two values of what access is decided by could be read in two ways; lists may come in several lines.
            if (!headers.TryAdd(name, value))
            {
                if (name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("Origin", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("Sec-WebSocket-", StringComparison.OrdinalIgnoreCase))
                    return null;
                headers[name] += "," + value;
            }
        }
        return new HttpRequest(headers);
    }
}
