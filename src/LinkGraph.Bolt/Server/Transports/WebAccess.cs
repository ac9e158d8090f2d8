using System.Net;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>
/// Which pages may come in. Browsers let a page of any site open a WebSocket to this machine; they say where the page comes from, and
/// what name it called this machine by.
/// </summary>
internal sealed class WebAccess(BoltServerOptions options)
{
    private readonly bool _isLoopback = IPAddress.IsLoopback(options.EndPoint.Address);
    private readonly HashSet<string> _allowed = new(options.AllowedOrigins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Pages of this machine, and those that are listed. A client that says nothing of a page is no browser.</summary>
    public bool AllowsOrigin(string? origin) => origin is null || _allowed.Contains(origin) || IsOfThisMachine(origin);

    /// <summary>
    /// Where only this machine can connect, it goes by its own names. Another name is one that somebody else's name server gave out for it,
    /// to make a page of his pass for one that is served here.
    /// </summary>
    public bool AllowsHost(string? host) =>
        !_isLoopback || (Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.IsLoopback);

    private static bool IsOfThisMachine(string origin) => BoltServerOptions.IsOrigin(origin) && new Uri(origin).IsLoopback;
}
