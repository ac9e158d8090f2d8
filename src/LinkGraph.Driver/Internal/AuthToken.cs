#nullable enable
namespace Neo4j.Driver.Internal;

/// <summary>The fields of a LOGON message.</summary>
internal sealed class AuthToken(IReadOnlyDictionary<string, object> content) : IAuthToken
{
    public IReadOnlyDictionary<string, object> Content { get; } = content;

    public static AuthToken From(IAuthToken? token) =>
        token as AuthToken ?? throw new ClientException($"The authentication token must be made by {nameof(AuthTokens)}.");

    /// <summary>Whether a connection logged on with one serves for the other.</summary>
    public static bool Same(AuthToken left, AuthToken right) =>
        ReferenceEquals(left, right)
        || (left.Content.Count == right.Content.Count
            && left.Content.All(field => right.Content.TryGetValue(field.Key, out var other) && Equals(field.Value, other)));
}
