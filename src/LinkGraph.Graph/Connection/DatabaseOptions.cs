namespace LinkGraph.Graph.Connection;

/// <summary>Where the graph lives and how to get in.</summary>
/// <param name="Address">A Bolt address, for example <c>bolt://127.0.0.1:7687</c>; see <see cref="Schemes"/>.</param>
/// <param name="User">Null: no authentication.</param>
/// <param name="Password">Of the user.</param>
/// <param name="Database">A database's name; null: the user's default one.</param>
public sealed record DatabaseOptions(Uri Address, string? User = null, string? Password = null, string? Database = null)
{
    public const string UserVariable = "LINKGRAPH_DATABASE_USER";
    public const string PasswordVariable = "LINKGRAPH_DATABASE_PASSWORD";
    public const string NameVariable = "LINKGRAPH_DATABASE_NAME";

    /// <summary>What an address may begin with.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Reads an address; user, password and database that are not given come from the environment.</summary>
    /// <exception cref="FormatException">It is no address of a graph database; the message says what would be one.</exception>
    public static DatabaseOptions Parse(string address, string? user = null, string? password = null, string? database = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme) || uri.Host.Length == 0)
        {
            throw new FormatException(
                $"'{address}' is no database address; give one like bolt://HOST:7687 or neo4j+s://HOST:7687 ({string.Join(", ", Schemes)})");
        }
        if (uri.UserInfo.Length > 0)
            throw new FormatException($"user and password do not belong into the address; set {UserVariable} and {PasswordVariable}");
        user ??= FromEnvironment(UserVariable);
        password ??= FromEnvironment(PasswordVariable);
        return user is null != password is null
            ? throw new FormatException($"user and password are needed together; set {UserVariable} and {PasswordVariable}")
            : new DatabaseOptions(uri, user, password, database ?? FromEnvironment(NameVariable));
    }

    /// <summary>Never the password.</summary>
    public override string ToString() => Database is null ? Address.ToString() : $"{Address} (database {Database})";

    private static string? FromEnvironment(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
