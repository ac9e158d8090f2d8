using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;

namespace LinkGraph.Embedded;

/// <summary>The engine as a Bolt server runs it.</summary>
public sealed class EngineBackend(CypherEngine engine) : IBoltBackend
{
    /// <summary>Clients ask it what databases there are, and whether they may go on.</summary>
    private const string SystemDatabase = "system";

    public string DefaultDatabase => "neo4j";

    public ValueTask<IBoltTransaction> BeginAsync(BoltTransactionOptions options, CancellationToken cancellationToken)
    {
        var database = Choose(options);
        return new(new EngineTransaction(engine.Begin(), database, options.IsReadOnly));
    }

    public async ValueTask<IBoltResult> RunAsync(BoltQuery query, BoltTransactionOptions options, CancellationToken cancellationToken)
    {
        var database = Choose(options);
        try
        {
            var parameters = ParameterReader.Read(query.Parameters.Span);
            var result = await engine.RunAsync(query.Text, parameters, cancellationToken).ConfigureAwait(false);
            return EngineResult.Open(result, database, options.IsReadOnly);
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    public string Bookmark() => $"LG:{engine.Store.BeginRead().Version}";

    private string Choose(BoltTransactionOptions options) => options.Database?.ToLowerInvariant() switch
    {
        null or "" => DefaultDatabase,
        var name when name == DefaultDatabase || name == SystemDatabase => name,
        _ => throw new BoltFailureException("Neo.ClientError.Database.DatabaseNotFound", $"Graph not found: {options.Database}"),
    };
}
