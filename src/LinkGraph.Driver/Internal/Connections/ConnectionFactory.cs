#nullable enable
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using LinkGraph.Bolt.Handshake;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>Makes connections: TCP, TLS, handshake, HELLO and LOGON.</summary>
internal sealed class ConnectionFactory(Config config, Encryption encryption, IReadOnlyDictionary<string, object>? routing)
{
    private static readonly BoltVersion Highest = new(5, 4);
    private const byte LowerMinors = 4;

    /// <exception cref="ServiceUnavailableException">The server cannot be reached, or is none.</exception>
    /// <exception cref="SecurityException">TLS failed, or the server does not accept the token.</exception>
    public async Task<BoltConnection> ConnectAsync(ServerAddress address, AuthToken auth, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(address, cancellationToken).ConfigureAwait(false);
        try
        {
            await InitializeAsync(connection, auth, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<BoltConnection> OpenAsync(ServerAddress address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(config.ConnectionTimeout, config.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Stream? stream = null;
        try
        {
            var socket = await ConnectSocketAsync(address, either.Token).ConfigureAwait(false);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (encryption.IsOn)
                stream = await SecureAsync(stream, address, either.Token).ConfigureAwait(false);
            var version = await ShakeHandsAsync(stream, address, either.Token).ConfigureAwait(false);
            return new BoltConnection(stream, socket, address, version, config);
        }
        catch (Exception error)
        {
            if (stream is not null)
                await stream.DisposeAsync().ConfigureAwait(false);
            switch (error)
            {
                case Neo4jException:
                    throw;
                case OperationCanceledException when timeout.IsCancellationRequested:
                    throw new ServiceUnavailableException(
                        $"Connecting to {address} took longer than {config.ConnectionTimeout.TotalSeconds} s.", error);
                case IOException or SocketException or ObjectDisposedException:
                    throw new ServiceUnavailableException($"Failed to connect to {address}: {error.Message}", error);
                default:
                    throw;
            }
        }
    }

    private async Task<Socket> ConnectSocketAsync(ServerAddress address, CancellationToken cancellationToken)
    {
        IPAddress[] candidates;
        try
        {
            candidates = IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
                ? [literal]
                : await Dns.GetHostAddressesAsync(address.Host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw new ServiceUnavailableException($"The name of {address} cannot be resolved: {error.Message}", error);
        }
        if (!config.Ipv6Enabled)
            candidates = Array.FindAll(candidates, candidate => candidate.AddressFamily == AddressFamily.InterNetwork);
        SocketException? last = null;
        foreach (var candidate in candidates)
        {
            var socket = new Socket(candidate.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, config.SocketKeepAlive);
                await socket.ConnectAsync(candidate, address.Port, cancellationToken).ConfigureAwait(false);
                return socket;
            }
            catch (SocketException error)
            {
                socket.Dispose();
                last = error;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw new ServiceUnavailableException(
            $"Failed to connect to {address}: {last?.Message ?? "the name has no address that can be used"}", last);
    }

    private async Task<SslStream> SecureAsync(Stream stream, ServerAddress address, CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsClientAsync(encryption.Options(address), cancellationToken).ConfigureAwait(false);
            return secure;
        }
        catch (System.Security.Authentication.AuthenticationException error)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new SecurityException($"Failed to establish an encrypted connection with {address}: {error.Message}", error);
        }
    }

    private static async Task<BoltVersion> ShakeHandsAsync(Stream stream, ServerAddress address, CancellationToken cancellationToken)
    {
        var proposal = new byte[BoltHandshake.ProposalSize];
        BoltHandshake.WriteProposal(proposal, new VersionRange(Highest, LowerMinors));
        await stream.WriteAsync(proposal, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        var choice = new byte[BoltHandshake.ChoiceSize];
        await stream.ReadExactlyAsync(choice, cancellationToken).ConfigureAwait(false);
        if (choice.AsSpan().SequenceEqual("HTTP"u8))
            throw new ServiceUnavailableException($"{address} answers in HTTP: give the address of the Bolt port, 7687 unless changed.");
        var version = BoltHandshake.ReadChoice(choice)
            ?? throw new ServiceUnavailableException($"{address} speaks none of Bolt 5.0 to {Highest}, which this driver needs.");
        if (!new VersionRange(Highest, LowerMinors).Contains(version))
            throw new ProtocolException($"{address} has chosen Bolt {version}, which was not proposed.");
        return version;
    }

    private async Task InitializeAsync(BoltConnection connection, AuthToken auth, CancellationToken cancellationToken)
    {
        var hello = new MetadataHandler();
        var logon = new MetadataHandler();
        Requests.Hello(connection, routing, auth, hello);
        if (connection.Version >= Requests.LogonVersion)
            Requests.Logon(connection, auth, logon);
        await connection.CompleteAsync(hello, cancellationToken).ConfigureAwait(false);
        var metadata = hello.Metadata;
        connection.Server = new ServerInfo(
            connection.Address, connection.Version, metadata.GetValueOrDefault("server") as string ?? "");
        if (metadata.GetValueOrDefault("hints") is Dictionary<string, object> hints)
        {
            if (hints.GetValueOrDefault("connection.recv_timeout_seconds") is long and > 0 and var seconds)
                connection.ReadTimeout = TimeSpan.FromSeconds(seconds);
            connection.TelemetryWanted = hints.GetValueOrDefault("telemetry.enabled") is true;
        }
        if (connection.Version >= Requests.LogonVersion)
            await connection.CompleteAsync(logon, cancellationToken).ConfigureAwait(false);
        connection.Auth = auth;
    }
}
