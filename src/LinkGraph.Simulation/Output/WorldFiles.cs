namespace LinkGraph.Simulation.Output;

/// <summary>The files of a world while they are written, and what is in them.</summary>
internal sealed class WorldFiles : IAsyncDisposable
{
    private readonly WorldFolder _folder;
    private readonly string _suffix;
    private readonly bool _compress;
    private readonly FileStream _accounts, _payments, _exchanges, _truth;
    private long _accountCount, _paymentCount, _truthCount, _proxyCount, _modelCount;

    public WorldFiles(WorldFolder folder, bool compress)
    {
        _folder = folder;
        _compress = compress;
        _suffix = compress ? ".ndjson.gz" : ".ndjson";
        _accounts = folder.Create("accounts" + _suffix);
        _payments = folder.Create("payment_methods" + _suffix);
        _exchanges = folder.Create("exchanges" + _suffix);
        _truth = folder.Create("truth.csv");
    }

    public long Exchanges { get; private set; }

    /// <summary>Before compression.</summary>
    public long Bytes { get; private set; }

    /// <summary>Records by file name.</summary>
    public IReadOnlyDictionary<string, long> Records => new SortedDictionary<string, long>(StringComparer.Ordinal)
    {
        ["accounts" + _suffix] = _accountCount,
        ["exchanges" + _suffix] = Exchanges,
        ["models" + _suffix] = _modelCount,
        ["payment_methods" + _suffix] = _paymentCount,
        ["proxies" + _suffix] = _proxyCount,
        ["truth.csv"] = _truthCount,
    };

    public async Task WriteContextAsync(World world, bool halfProxies, CancellationToken cancellationToken)
    {
        var models = new Utf8Buffer();
        _modelCount = ContextWriter.WriteModels(world, models);
        await WriteFileAsync("models", models, cancellationToken);
        var proxies = new Utf8Buffer();
        _proxyCount = ContextWriter.WriteProxies(world, halfProxies, proxies);
        await WriteFileAsync("proxies", proxies, cancellationToken);
        var header = "account_id,entity,operator\n"u8.ToArray();
        Bytes += header.Length;
        await _truth.WriteAsync(header, cancellationToken);
    }

    public async ValueTask WriteAsync(Chunk chunk, bool withExchanges, CancellationToken cancellationToken)
    {
        await _accounts.WriteAsync(chunk.Accounts.Written, cancellationToken);
        await _payments.WriteAsync(chunk.Payments.Written, cancellationToken);
        await _truth.WriteAsync(chunk.Truth.Written, cancellationToken);
        if (withExchanges)
            await _exchanges.WriteAsync(chunk.Exchanges.Written, cancellationToken);
        _accountCount += chunk.AccountCount;
        _paymentCount += chunk.PaymentCount;
        _truthCount += chunk.TruthCount;
        Exchanges += chunk.Lines.Count;
        Bytes += chunk.Bytes;
    }

    public ValueTask WriteExchangesAsync(Utf8Buffer text, CancellationToken cancellationToken) => _exchanges.WriteAsync(text.Written, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _accounts.DisposeAsync();
        await _payments.DisposeAsync();
        await _exchanges.DisposeAsync();
        await _truth.DisposeAsync();
    }

    private async Task WriteFileAsync(string name, Utf8Buffer text, CancellationToken cancellationToken)
    {
        Bytes += text.Length;
        if (_compress)
            Chunk.Compress(text);
        await using var file = _folder.Create(name + _suffix);
        await file.WriteAsync(text.Written, cancellationToken);
    }
}
