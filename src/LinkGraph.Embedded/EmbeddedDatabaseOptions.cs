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

    /// <summary>Limits of statements.</summary>
    public CypherOptions Cypher { get; init; } = new();

    public string User { get; init; } = "neo4j";

    /// <summary>Made up if null.</summary>
    public string? Password { get; init; }

    /// <summary>Everybody on this machine may come in; refused on addresses that others can reach.</summary>
    public bool IsOpen { get; init; }
}
