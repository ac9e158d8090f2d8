using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.WebSockets;
using System.Text;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>What a browser does on the Bolt port, or what one does who wants to look like a browser.</summary>
internal static class WebClient
{
    public const string Upgrade =
        "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    /// <summary>TLS, whatever the certificate.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "Nobody vouches for a test's certificate.")]
    public static async Task<Stream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        return encrypted;
    }

    /// <summary>Everything that comes for a request until the server closes the connection.</summary>
    public static async Task<string> AskAsync(Stream stream, string request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>A WebSocket of this machine's pages, on a connection that is open.</summary>
    public static async Task<WebSocket> UpgradeAsync(Stream stream)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:7474\r\n{Upgrade}\r\n"));
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        Assert.StartsWith("HTTP/1.1 101 ", head.ToString(), StringComparison.Ordinal);
        // The answer to this key in RFC 6455, 1.3.
        Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", head.ToString(), StringComparison.Ordinal);
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false });
    }

    /// <summary>The bytes in the binary frames of a WebSocket.</summary>
    public static Stream BytesIn(WebSocket socket) => WebSocketStream.Create(socket, WebSocketMessageType.Binary, ownsWebSocket: true);
}
