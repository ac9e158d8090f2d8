namespace LinkGraph.Bolt.Server;

/// <summary>The client cannot be answered any more.</summary>
internal sealed class ConnectionLostException(Exception cause) : IOException("The client does not take the answer.", cause);
