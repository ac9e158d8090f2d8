using LinkGraph.Cypher.Functions;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>All that one run of a plan needs beside the plan.</summary>
internal sealed class ExecutionState
{
    private (string? Name, Value Value) lastParameter;

    /// <summary>What is read: a snapshot, or the transaction that writes.</summary>
    public required IGraphView View { get; set; }

    /// <summary>Null if the statement only reads.</summary>
    public WriteTransaction? Transaction { get; set; }

    public required MapValue Parameters { get; init; }

    public required MemoryMeter Memory { get; init; }

    /// <summary>What functions know: the graph, the clock, chance.</summary>
    public required FunctionContext Functions { get; init; }

    /// <summary>Commits part of the statement; null in a transaction of several statements.</summary>
    public TransactionBatches? Batches { get; set; }

    /// <summary>Where LOAD CSV reads; null if it may not.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>The one user; null if none is known.</summary>
    public string? User { get; init; }

    public Profile? Profile { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Set back where a part of the statement is rolled back.</summary>
    public QueryCounters Counters { get; set; } = new();

    /// <exception cref="CypherException">The statement writes although it was planned to read.</exception>
    public WriteTransaction Writer => Transaction ?? throw CypherErrors.NotSupported("The transaction only reads.");

    /// <summary>Called for every step of a loop: one step may take long, so every step asks.</summary>
    public void Check() => Cancellation.ThrowIfCancellationRequested();

    /// <summary>A node that this transaction deleted: it has no relationships and no labels, but is still a value.</summary>
    public bool IsGone(long node) => Transaction is not null && !View.NodeExists(node);

    /// <summary>Mostly the one that was asked for last: a filter asks for every row.</summary>
    /// <exception cref="CypherException">There is no such parameter.</exception>
    public Value Parameter(string name)
    {
        if (!ReferenceEquals(name, lastParameter.Name))
        {
            lastParameter = Parameters.TryGet(name, out var value)
                ? (name, value)
                : throw CypherErrors.ParameterMissing($"Expected parameter(s): {name}");
        }

        return lastParameter.Value;
    }
}
