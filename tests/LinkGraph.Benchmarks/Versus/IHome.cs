using LinkGraph.Graph.Catalogue;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>A database that takes part.</summary>
internal interface IHome : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Runs the statements as one transaction.</summary>
    /// <param name="statements">With their rows.</param>
    /// <param name="keep">Commit; otherwise roll back.</param>
    /// <param name="done">Told when each statement is done, and last (null) of the end of the transaction.</param>
    Task WriteAsync(IReadOnlyList<WrittenRows> statements, bool keep, Action<WrittenRows?> done);

    /// <summary>Reads all of an answer, every value of it.</summary>
    Task<Answer> ReadAsync(CypherQuery query, Dictionary<string, object?> parameters);
}
