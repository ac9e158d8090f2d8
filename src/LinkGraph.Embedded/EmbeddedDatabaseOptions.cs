using System.Net.Security;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;
using LinkGraph.Storage;

namespace LinkGraph.Embedded;

/// <summary>How a database is opened.</summary>
public sealed record EmbeddedDatabaseOptions
{
    /// <summary>Where it listens and what it bears. The credentials in it are not used.</summary>
    public BoltServerOptions Server { get; init; } = new();

    /// <summary>Port on the loopback address, instead of what <see cref="Server"/> says; 0 for any that is free.</summary>
    public int? Port { get; init; }

    /// <summary>How its folder is kept.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>For clients that want TLS, instead of what <see cref="Server"/> says. <see cref="CertificateFiles"/> reads one.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }

    /// <summary>Web pages that may connect, as <c>https://example.org</c>, beside those of this machine and those that <see cref="Server"/> allows.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Limits of statements.</summary>
    public CypherOptions Cypher { get; init; } = new();

    public string User { get; init; } = "neo4j";

    /// <summary>Made up if null.</summary>
    public string? Password { get; init; }

    /// <summary>Everybody on this machine may come in; refused on addresses that others can reach.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether a text can be one of the <see cref="AllowedOrigins"/>.</summary>
    public static bool IsOrigin(string text) => BoltServerOptions.IsOrigin(text);
}
