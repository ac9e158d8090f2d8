using LinkGraph.Ingestion.Pipeline;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Cuts the rows of a query into windows. When the connection drops, the query is run again and goes on at the window at hand.</summary>
internal sealed class SqlWindowReader : IWindowReader
{
    private readonly SqlSource _source;
    private readonly FieldWindowBuilder _builder;
    private readonly ResiliencePipeline _reconnect;
    private SqlRows? _rows;
    private int[] _fields = [];
    private long _record;
    private bool _ended;

    public SqlWindowReader(SqlSource source, WindowLimits limits, long position, TimeSpan wait, TimeProvider time, ILogger logger)
    {
        _source = source;
        _record = position;
        _builder = new FieldWindowBuilder(source.Schema, limits);
        long? lost = null;
        _reconnect = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(250),
                MaxDelay = TimeSpan.FromSeconds(10),
                ShouldHandle = arguments =>
                {
                    if (arguments.Outcome.Exception is not { } exception || !SqlSource.IsTransient(exception))
                    {
                        lost = null;
                        return ValueTask.FromResult(false);
                    }
                    lost ??= time.GetTimestamp();
                    return ValueTask.FromResult(time.GetElapsedTime(lost.Value) < wait);
                },
                OnRetry = arguments =>
                {
                    IngestionLog.WaitingForSource(
                        logger, source.Name, arguments.RetryDelay.TotalSeconds, arguments.Outcome.Exception!.GetType().Name);
                    return CloseAsync();
                },
            })
            .Build();
    }

    /// <summary>Runs the query and reads over the rows that have been written already.</summary>
    public ValueTask OpenAsync(CancellationToken cancellationToken) => _reconnect.ExecuteAsync(ConnectAsync, cancellationToken);

    public async ValueTask<RawWindow?> ReadAsync(int records, CancellationToken cancellationToken)
    {
        await _reconnect.ExecuteAsync(
            async token =>
            {
                _builder.Clear();
                await ConnectAsync(token);
                while (!_ended && !_builder.IsFull(records))
                {
                    _ended = !await _rows!.ReadAsync(token);
                    if (!_ended)
                    {
                        _builder.BeginRow(_record + _builder.Count + 1);
                        _rows.CopyTo(_builder, _fields);
                    }
                }
            },
            cancellationToken);
        RawWindow? window = _builder.Take(_record, 0);
        _record = window?.EndRecord ?? _record;
        return window;
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        if (_rows is not null)
        {
            return;
        }
        SqlRows rows = await _source.OpenRowsAsync(cancellationToken);
        try
        {
            _fields = ColumnMap.Make(_source.Place, _source.Schema, rows.Columns);
            for (long row = 0; row < _record; row++)
            {
                if (!await rows.ReadAsync(cancellationToken))
                {
                    throw new IngestionException($"{_source.Place}: gives {row} rows, fewer than the {_record} that have been written from it.");
                }
            }
            _rows = rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    private async ValueTask CloseAsync()
    {
        SqlRows? rows = _rows;
        _rows = null;
        _ended = false;
        if (rows is not null)
        {
            try
            {
                await rows.DisposeAsync();
            }
            catch (Exception e) when (SqlSource.IsTransient(e))
            {
                // It is lost anyway.
            }
        }
    }
}
