using LinkGraph.Cypher.Execution;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions;

/// <summary>What a function may know beside its arguments. One for each execution of a statement.</summary>
public sealed class FunctionContext
{
    private readonly DateTimeOffset? transactionTime;
    private DateTimeOffset? statementTime;
    private Random? random;

    /// <param name="graph">What the statement sees.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="transactionTime">When the transaction began; the statement's time when not given.</param>
    /// <param name="seed">Seeds rand() and randomUUID(); taken from the system's generator when not given.</param>
    public FunctionContext(IGraphReader graph, TimeProvider clock, DateTimeOffset? transactionTime = null, int? seed = null)
    {
        (Graph, Clock, this.transactionTime) = (graph, clock, transactionTime);
        random = seed is { } given ? new Random(given) : null;
    }

    public IGraphReader Graph { get; }

    public TimeProvider Clock { get; }

    /// <summary>Where temporal values are when nothing else is said.</summary>
    public Zone DefaultZone { get; init; } = Zone.Utc;

    /// <summary>Charged with what functions make.</summary>
    internal MemoryMeter Memory { get; init; } = new(null);

    /// <summary>Ends what takes long.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <summary>The file that LOAD CSV reads; null outside of one.</summary>
    internal string? CsvFile { get; set; }

    /// <summary>The line that LOAD CSV has come to.</summary>
    internal long CsvLine { get; set; }

    public Random Random => random ??= new Random(System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue));

    /// <summary>The same throughout the statement.</summary>
    public ZonedDateTime StatementTime => ToZoned(statementTime ??= Clock.GetUtcNow());

    /// <summary>The same throughout the transaction.</summary>
    public ZonedDateTime TransactionTime => transactionTime is { } time ? ToZoned(time) : StatementTime;

    public ZonedDateTime RealTime => ToZoned(Clock.GetUtcNow());

    private ZonedDateTime ToZoned(DateTimeOffset time)
    {
        var (second, tick) = TimeUnits.FloorDivide(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerSecond);
        return new(second, (int)tick * 100, DefaultZone);
    }
}
