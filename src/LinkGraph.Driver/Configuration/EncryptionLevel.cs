namespace Neo4j.Driver;

/// <summary>Whether connections use TLS, for the schemes that do not say so themselves (<c>+s</c>, <c>+ssc</c>).</summary>
public enum EncryptionLevel
{
    None,
    Encrypted,
}
