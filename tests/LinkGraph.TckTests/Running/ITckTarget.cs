using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>What the TCK is run against: one database, used by one scenario at a time.</summary>
/// <remarks>A query that is wrong answers with a <see cref="TckError"/>; an exception out of a target is a defect of the target, and
/// fails the scenario.</remarks>
public interface ITckTarget : IAsyncDisposable
{
    /// <summary>For reports.</summary>
    string Name { get; }

    /// <summary>Empties the graph, and forgets the procedures that were registered.</summary>
    Task ResetAsync(CancellationToken cancel);

    /// <summary>Makes a procedure of the scenario known, until the next reset.</summary>
    /// <returns>False if the target cannot; the scenario then counts as unsupported.</returns>
    Task<bool> RegisterAsync(TckProcedure procedure, CancellationToken cancel);

    /// <summary>Runs a query in a transaction of its own, committed if it succeeds, and reads all of its rows.</summary>
    Task<TckOutcome> RunAsync(string query, IReadOnlyDictionary<string, TckValue> parameters, CancellationToken cancel);
}
