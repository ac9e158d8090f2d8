namespace Neo4j.Driver;

/// <summary>The host and port of a server.</summary>
public sealed class ServerAddress : IEquatable<ServerAddress>
{
    private ServerAddress(string host, int port)
    {
        Host = host;
        Port = port;
    }

    public string Host { get; }

    public int Port { get; }

    public static ServerAddress From(string host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new ServerAddress(host, port);
    }

    public static ServerAddress From(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new ServerAddress(uri.Host, uri.Port < 0 ? Internal.Addresses.DefaultPort : uri.Port);
    }

    public bool Equals(ServerAddress other) => other is not null && Host == other.Host && Port == other.Port;

    public override bool Equals(object obj) => Equals(obj as ServerAddress);

    public override int GetHashCode() => HashCode.Combine(Host, Port);

    public override string ToString() => $"{Host}:{Port}";
}
