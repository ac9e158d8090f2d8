namespace Neo4j.Driver;

/// <summary>Which certificates of a server are trusted.</summary>
public enum CertificateTrustRule
{
    /// <summary>Those that the system's authorities have signed, for the server's name.</summary>
    TrustSystem,

    /// <summary>Those that a given authority has signed, for the server's name.</summary>
    TrustList,

    /// <summary>Any: the connection is encrypted but may end anywhere.</summary>
    TrustAny,
}
