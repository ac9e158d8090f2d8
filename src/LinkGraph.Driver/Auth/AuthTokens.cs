using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Makes the tokens that <see cref="GraphDatabase"/> and sessions log on with.</summary>
public static class AuthTokens
{
    /// <summary>For a server without authentication.</summary>
    public static IAuthToken None => new AuthToken(new Dictionary<string, object> { ["scheme"] = "none" });

    public static IAuthToken Basic(string username, string password) => Basic(username, password, null);

    public static IAuthToken Basic(string username, string password, string realm)
    {
        var content = new Dictionary<string, object>
        {
            ["scheme"] = "basic",
            ["principal"] = username,
            ["credentials"] = password,
        };
        if (realm is not null)
            content["realm"] = realm;
        return new AuthToken(content);
    }

    /// <param name="base64EncodedTicket">The ticket, in base 64.</param>
    public static IAuthToken Kerberos(string base64EncodedTicket) => new AuthToken(new Dictionary<string, object>
    {
        ["scheme"] = "kerberos",
        ["principal"] = "", // the server takes it from the ticket
        ["credentials"] = base64EncodedTicket,
    });

    public static IAuthToken Custom(string principal, string credentials, string realm, string scheme) =>
        Custom(principal, credentials, realm, scheme, null);

    public static IAuthToken Custom(
        string principal, string credentials, string realm, string scheme, Dictionary<string, object> parameters)
    {
        var content = new Dictionary<string, object> { ["scheme"] = scheme, ["principal"] = principal };
        if (!string.IsNullOrEmpty(credentials))
            content["credentials"] = credentials;
        if (!string.IsNullOrEmpty(realm))
            content["realm"] = realm;
        if (parameters is not null)
            content["parameters"] = parameters;
        return new AuthToken(content);
    }

    public static IAuthToken Bearer(string token) => new AuthToken(new Dictionary<string, object>
    {
        ["scheme"] = "bearer",
        ["credentials"] = token,
    });
}
