using System.Net.Security;
using System.Net.Sockets;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>The bytes of a client who speaks Bolt, however they come: plain, in TLS, in WebSocket frames, or in those in TLS.</summary>
/// <param name="socket">What all of it runs over.</param>
/// <param name="stream">Bolt's bytes, the proposal already taken out.</param>
/// <param name="proposal">The versions that the client can speak.</param>
internal sealed class ClientTransport(Socket socket, Stream stream, byte[] proposal)
{
    public Stream Stream => stream;

    public ReadOnlyMemory<byte> Proposal => proposal;

    /// <summary>Of this side, as <c>127.0.0.1:7687</c>.</summary>
    public string LocalAddress { get; } = socket.LocalEndPoint?.ToString() ?? "";

    /// <summary>Tells the client that nothing more comes; what it still sends can be read.</summary>
    /// <exception cref="IOException">It cannot be reached; so for <see cref="SocketException"/> and <see cref="ObjectDisposedException"/>.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        switch (stream)
        {
            case WebSocketBytes frames:
                await frames.EndAsync(cancellationToken).ConfigureAwait(false);
                break;
            case SslStream encrypted:
                await encrypted.ShutdownAsync().ConfigureAwait(false);
                break;
        }
        socket.Shutdown(SocketShutdown.Send);
    }
}
