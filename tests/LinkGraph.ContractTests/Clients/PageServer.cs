using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LinkGraph.ContractTests.Clients;

/// <summary>Serves a page to one browser, by whatever name the browser calls it, and takes what the page posts to <c>/results</c>.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<string, (string MediaType, byte[] Body)> _files;
    private readonly TaskCompletionSource<string> _results = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    /// <param name="files">By path, as <c>/page.html</c>.</param>
    public PageServer(Dictionary<string, (string MediaType, byte[] Body)> files)
    {
        _files = files;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>What the page has posted.</summary>
    public Task<string> Results => _results.Task;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                // One after another is enough for a page, but browsers open connections that they do not use.
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            return;
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var closing = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            var request = (await reader.ReadLineAsync(_stopping.Token) ?? "").Split(' ');
            var length = 0;
            while (await reader.ReadLineAsync(_stopping.Token) is { Length: > 0 } header)
            {
                if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                    length = int.Parse(header.AsSpan("Content-Length:".Length), null);
            }
            if (request is ["POST", "/results", ..])
            {
                var body = new char[length];
                await reader.ReadBlockAsync(body, _stopping.Token);
                _results.TrySetResult(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
            }
            var file = request.Length > 1 && _files.TryGetValue(request[1], out var found) ? found : ("text/plain", []);
            await client.GetStream().WriteAsync(
                (byte[])[.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {file.MediaType}\r\nContent-Length: {file.Body.Length}\r\nConnection: close\r\n\r\n"), .. file.Body],
                _stopping.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return;
        }
    }
}
