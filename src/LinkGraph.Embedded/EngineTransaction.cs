using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;

namespace LinkGraph.Embedded;

internal sealed class EngineTransaction(CypherTransaction transaction, string database, bool isReadOnly) : IBoltTransaction
{
    private readonly List<EngineResult> open = [];

    public async ValueTask<IBoltResult> RunAsync(BoltQuery query, CancellationToken cancellationToken)
    {
        try
        {
            // What runs now must see what the statements before it write, and must not change what they still read.
            foreach (var earlier in open)
            {
                if (earlier.ReadsOwnWrites)
                {
                    earlier.ReadAhead();
                }
            }

            open.RemoveAll(r => r.IsComplete);
            var parameters = ParameterReader.Read(query.Parameters.Span);
            var result = EngineResult.Open(
                await transaction.RunAsync(query.Text, parameters, cancellationToken).ConfigureAwait(false), database, isReadOnly);
            open.Add(result);
            return result;
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    public ValueTask CommitAsync()
    {
        try
        {
            foreach (var result in open)
            {
                if (result.ReadsOwnWrites)
                {
                    result.Finish();
                }
            }

            transaction.Commit();
            return default;
        }
        catch (Exception error) when (Failures.TryDescribe(error, out var failure))
        {
            throw failure;
        }
    }

    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return default;
    }
}
