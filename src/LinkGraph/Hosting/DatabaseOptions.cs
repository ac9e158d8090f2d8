namespace LinkGraph.Hosting;

/// <summary>Where the graph lives. From the command line, else from the environment.</summary>
internal sealed class DatabaseOptions
{
    public const string AddressVariable = "LINKGRAPH_DATABASE";
    public const string UserVariable = "LINKGRAPH_DATABASE_USER";
    public const string PasswordVariable = "LINKGRAPH_DATABASE_PASSWORD";

    /// <summary><c>bolt://</c> or <c>neo4j://</c>, with <c>+s</c> or <c>+ssc</c> for TLS; null where none was given.</summary>
    public Uri? Address { get; init; }

    /// <summary>Null: no authentication.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address, checked.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Uri RequireAddress() => Address ?? throw new UsageException(
        $"No database given. Start a Neo4j 5 and give its address: --database bolt://127.0.0.1:7687, or set {AddressVariable}; "
        + $"user and password go into {UserVariable} and {PasswordVariable}.");

    /// <exception cref="UsageException">The text is no address of a Neo4j.</exception>
    public static Uri? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "bolt" or "bolt+s" or "bolt+ssc" or "neo4j" or "neo4j+s" or "neo4j+ssc")
            return uri.Host.Length > 0 ? uri : throw new UsageException($"The database address '{text}' names no host: give bolt://HOST:PORT.");
        throw new UsageException($"'{text}' is no database address: give bolt://HOST:PORT or neo4j://HOST:PORT (with +s or +ssc for TLS).");
    }
}
