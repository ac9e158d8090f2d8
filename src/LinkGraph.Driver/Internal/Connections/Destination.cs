#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>What a transaction needs of the server it runs on.</summary>
/// <param name="Mode">Whether it must be able to write.</param>
/// <param name="Database">Null: the user's home database.</param>
/// <param name="ImpersonatedUser">In whose name.</param>
/// <param name="Bookmarks">What the server that routes must have seen.</param>
/// <param name="Auth">Whom to log on as.</param>
internal sealed record Destination(
    AccessMode Mode, string? Database, string? ImpersonatedUser, Bookmarks Bookmarks, AuthToken Auth);
