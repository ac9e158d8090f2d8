using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using LinkGraph.Bolt.Handshake;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>Tells by the first byte of a connection what it carries: TLS, HTTP (which becomes a WebSocket) or Bolt itself.</summary>
internal sealed partial class TransportDetector
{
    /// <summary>Type of a TLS record that begins a connection.</summary>
    private const byte TlsHandshake = 0x16;

    /// <summary>Of GET, the only method that is heard.</summary>
    private const byte Http = (byte)'G';

    private readonly SslServerAuthenticationOptions? _tls;
    private readonly HttpEntrance _http;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;

    public TransportDetector(BoltServerOptions options, ILogger logger, TimeProvider clock)
    {
        (_logger, _clock) = (logger, clock);
        if (options.Certificate is { } certificate)
            _tls = new SslServerAuthenticationOptions { ServerCertificateContext = certificate };
        _http = new HttpEntrance(options, logger);
    }

    /// <summary>Lets a client in as far as its Bolt proposal.</summary>
    /// <param name="socket">Of the client; the caller closes it.</param>
    /// <param name="number">Of the connection.</param>
    /// <param name="cancellationToken">Ends the waiting for a client that takes its time.</param>
    /// <returns>Null if it speaks something else, wants what it may not have, or was answered already.</returns>
    public async ValueTask<ClientTransport?> OpenAsync(Socket socket, long number, CancellationToken cancellationToken)
    {
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        ClientTransport? opened = null;
        try
        {
            // What has not come is 0, which begins nothing.
            var first = new byte[1];
            // Looked at and left where it is: SslStream wants the whole record.
            if (await socket.ReceiveAsync(first, SocketFlags.Peek, cancellationToken).ConfigureAwait(false) == 0)
                return null;
            if (first[0] == TlsHandshake)
            {
                if (_tls is null)
                {
                    LogNoCertificate(number);
                    return null;
                }
                var encrypted = new SslStream(stream);
                stream = encrypted;
                await encrypted.AuthenticateAsServerAsync(_tls, cancellationToken).ConfigureAwait(false);
            }

            if (await stream.ReadAsync(first, cancellationToken).ConfigureAwait(false) > 0 && first[0] == Http)
            {
                if (await _http.EnterAsync(stream, first[0], stream is SslStream, number, cancellationToken).ConfigureAwait(false) is not { } frames)
                {
                    await LingerAsync(socket, cancellationToken).ConfigureAwait(false);
                    return null;
                }
                stream = frames;
                first[0] = 0;
                await stream.ReadAsync(first, cancellationToken).ConfigureAwait(false);
            }
            if (await ReadProposalAsync(stream, first[0], cancellationToken).ConfigureAwait(false) is { } proposal)
                opened = new ClientTransport(socket, stream, proposal);
            return opened;
        }
        catch (AuthenticationException error)
        {
            var reason = (error.InnerException ?? error).GetType().Name;
            LogTlsFailed(number, reason);
            return null;
        }
        finally
        {
            if (opened is null)
                await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>To close while the client still sends would take the answer away from it before it has read it.</summary>
    private async ValueTask LingerAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var soon = new CancellationTokenSource(ServerConnection.Farewell, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(soon.Token, cancellationToken);
        var dropped = new byte[1024];
        socket.Shutdown(SocketShutdown.Send);
        while (await socket.ReceiveAsync(dropped, either.Token).ConfigureAwait(false) > 0)
        {
        }
    }

    /// <returns>Null if what comes is no Bolt, which shows before all of it has come.</returns>
    private static async ValueTask<byte[]?> ReadProposalAsync(Stream stream, byte first, CancellationToken cancellationToken)
    {
        var proposal = new byte[BoltHandshake.ProposalSize];
        proposal[0] = first;
        var received = 1;
        while (true)
        {
            var magic = Math.Min(received, BoltHandshake.Magic.Length);
            if (!proposal.AsSpan(0, magic).SequenceEqual(BoltHandshake.Magic[..magic]))
                return null;
            if (received == proposal.Length)
                return proposal;
            var read = await stream.ReadAsync(proposal.AsMemory(received), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return null;
            received += read;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connection bolt-{Number} wants TLS, for which this server has no certificate: it was closed. Connect with bolt:// or neo4j://, without +s and +ssc, or give the server a certificate.")]
    private partial void LogNoCertificate(long number);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connection bolt-{Number} ended in the TLS handshake: {Reason}.")]
    private partial void LogTlsFailed(long number, string reason);
}
