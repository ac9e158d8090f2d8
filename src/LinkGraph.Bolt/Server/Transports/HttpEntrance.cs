using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>Answers HTTP: a WebSocket for pages that may have one; for people, and for Neo4j Browser, what this port is.</summary>
internal sealed partial class HttpEntrance(BoltServerOptions options, ILogger logger)
{
    /// <summary>What a key is hashed with to be answered (RFC 6455, 1.3).</summary>
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private const int KeySize = 16;

    private readonly WebAccess _access = new(options);

    /// <summary>Reads a request and answers it.</summary>
    /// <param name="stream">What it comes from.</param>
    /// <param name="first">Its first byte, which has been read.</param>
    /// <param name="isEncrypted">Whether the stream is TLS.</param>
    /// <param name="number">Of the connection.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The bytes in the WebSocket; null if there is none, and the client is to be sent away.</returns>
    public async ValueTask<WebSocketBytes?> EnterAsync(Stream stream, byte first, bool isEncrypted, long number, CancellationToken cancellationToken)
    {
        var head = await HttpRequest.ReadHeadAsync(stream, first, cancellationToken).ConfigureAwait(false);
        var request = head is null ? null : HttpRequest.Parse(head);
        var refusal = request switch
        {
            null => head is null
                ? new HttpAnswer("431 Request Header Fields Too Large", "The request is too long, or does not wait for its answer.\n")
                : new HttpAnswer("400 Bad Request", "This is no GET request of HTTP/1.1.\n"),
            _ when !_access.AllowsHost(request.Host) => Refused(number, "Host", "This server is reached by the names of this machine only, as localhost or 127.0.0.1.\n"),
            _ when !_access.AllowsOrigin(request.Origin) => Refused(number, "Origin", "Pages of this origin are not allowed to use this database.\n"),
            { WantsWebSocket: false } => Describe(request, isEncrypted),
            _ when request.Header("Sec-WebSocket-Version") != "13" =>
                new HttpAnswer("426 Upgrade Required", "WebSocket version 13 is spoken here.\n", Headers: [("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13")]),
            _ when !IsKey(request.Header("Sec-WebSocket-Key")) => new HttpAnswer("400 Bad Request", "The WebSocket key is none.\n"),
            _ => null,
        };
        if (refusal is not null)
        {
            await stream.WriteAsync(refusal.ToBytes(), cancellationToken).ConfigureAwait(false);
            return null;
        }

        // Neither extensions nor protocols are agreed to: compressed frames could grow without limit.
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {Accept(request!.Header("Sec-WebSocket-Key")!)}\r\n\r\n"),
            cancellationToken).ConfigureAwait(false);
        var frames = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        return new WebSocketBytes(frames);
    }

    private HttpAnswer Refused(long number, string header, string reason)
    {
        LogRefused(number, header);
        return new HttpAnswer("403 Forbidden", reason);
    }

    /// <summary>Neo4j Browser looks here for addresses; other pages of the machine, and people, are told what they have found.</summary>
    private HttpAnswer Describe(HttpRequest request, bool isEncrypted)
    {
        (string, string)[] headers = request.Origin is { } origin ? [("Access-Control-Allow-Origin", origin)] : [];
        if (!request.Lists("Accept", "application/json"))
        {
            return new HttpAnswer(
                "200 OK", "This port speaks Bolt, plain or over WebSocket. Open it with a Neo4j driver, cypher-shell or Neo4j Browser.\n", Headers: headers);
        }
        var security = isEncrypted ? "+s" : "";
        var addresses = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["bolt_direct"] = $"bolt{security}://{request.Host}",
            ["bolt_routing"] = $"neo4j{security}://{request.Host}",
            ["neo4j_version"] = options.Agent[(options.Agent.IndexOf('/') + 1)..],
        });
        return new HttpAnswer("200 OK", addresses, "application/json", headers);
    }

    private static bool IsKey(string? key)
    {
        Span<byte> bytes = stackalloc byte[KeySize + 2];
        return key is not null && Convert.TryFromBase64String(key, bytes, out var size) && size == KeySize;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 says SHA-1; it shows that the server has understood, and protects nothing.")]
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.Latin1.GetBytes(key + KeySuffix)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connection bolt-{Number} was refused: a web page may not come in by this {Header}. Pages are allowed by their origin.")]
    private partial void LogRefused(long number, string header);
}
