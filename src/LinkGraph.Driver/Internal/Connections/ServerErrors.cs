#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>From the codes of a server to the exceptions of this driver, as in the official one.</summary>
internal static class ServerErrors
{
    public static Neo4jException Create(IReadOnlyDictionary<string, object> failure)
    {
        var code = failure.GetValueOrDefault("code") as string ?? "Neo.DatabaseError.General.UnknownError";
        var message = failure.GetValueOrDefault("message") as string ?? code;
        return Create(code, message);
    }

    public static Neo4jException Create(string code, string message) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" => new AuthenticationException(code, message),
        "Neo.ClientError.Security.AuthorizationExpired" => new AuthorizationException(code, message),
        "Neo.ClientError.Security.TokenExpired" => new TokenExpiredException(code, message),
        "Neo.ClientError.Security.Forbidden" => new ForbiddenException(code, message),
        "Neo.ClientError.Database.DatabaseNotFound" => new FatalDiscoveryException(code, message),
        "Neo.ClientError.Transaction.InvalidBookmark" => new InvalidBookmarkException(code, message),
        "Neo.ClientError.Transaction.InvalidBookmarkMixture" => new InvalidBookmarkMixtureException(code, message),
        "Neo.ClientError.Statement.ArgumentError" => new StatementArgumentException(code, message),
        "Neo.ClientError.Statement.TypeError" => new TypeException(code, message),
        "Neo.ClientError.Request.Invalid" or "Neo.ClientError.Request.InvalidFormat" => new ProtocolException(code, message),
        // Both mean that somebody ended the transaction on purpose: Neo4j 4 called it passing, which it is not.
        "Neo.TransientError.Transaction.Terminated" =>
            new ClientException("Neo.ClientError.Transaction.Terminated", message),
        "Neo.TransientError.Transaction.LockClientStopped" =>
            new ClientException("Neo.ClientError.Transaction.LockClientStopped", message),
        _ when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => new UnknownSecurityException(code, message),
        _ when code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => new ClientException(code, message),
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => new TransientException(code, message),
        _ => new DatabaseException(code, message),
    };

    public static bool IsDatabaseUnavailable(Exception error) =>
        error is Neo4jException { Code: "Neo.TransientError.General.DatabaseUnavailable" };

    /// <summary>The server no longer leads, so that writes must go elsewhere.</summary>
    public static bool IsNoLeader(Exception error) => error is Neo4jException
    {
        Code: "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
    };
}
