using System.Net;
using System.Net.Security;

namespace LinkGraph.Bolt.Server;

/// <summary>Where a server listens, whom it lets in and how much it bears.</summary>
public sealed record BoltServerOptions
{
    /// <summary>Port 0 for any that is free.</summary>
    public IPEndPoint EndPoint { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Who may log on; everybody if null, which is refused on addresses that others can reach.</summary>
    public BoltCredentials? Credentials { get; init; }

    /// <summary>What the server calls itself; drivers look at the name.</summary>
    public string Agent { get; init; } = "Neo4j/5.26.0";

    /// <summary>Address that routing clients are sent to, as <c>host:port</c>; where they came from if null.</summary>
    public string? AdvertisedAddress { get; init; }

    /// <summary>For clients that want TLS, which are closed without it.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }

    /// <summary>Web pages that may connect, as <c>https://example.org</c>, beside those of this machine. A page's visitor need not know that it connects.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Connections at a time. Where there are more, one goes on which nobody has logged on, or else the newest.</summary>
    public int MostConnections { get; init; } = 400;

    /// <summary>Bytes of a message, and of all messages that wait on one connection.</summary>
    public int LargestMessage { get; init; } = 64 << 20;

    /// <summary>Bytes of a message of somebody who has not logged on.</summary>
    public int LargestMessageBeforeLogon { get; init; } = 64 << 10;

    /// <summary>Messages of one connection that may wait.</summary>
    public int MostWaitingMessages { get; init; } = 1024;

    /// <summary>Values inside one another.</summary>
    public int DeepestNesting { get; init; } = 256;

    /// <summary>From the connection's start until somebody has logged on.</summary>
    public TimeSpan LogonTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transaction may wait for its client before it is rolled back.</summary>
    public TimeSpan IdleTransactionTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a client may take no bytes of an answer before the connection is closed.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long stopping waits for connections to end.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a text is what browsers call an origin: scheme, host and perhaps port of http or https, as they write it.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && text.Length > uri.Scheme.Length + 3
        && !text.AsSpan(uri.Scheme.Length + 3).ContainsAny("/?#\\ ");
}
