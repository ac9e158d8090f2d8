namespace Neo4j.Driver;

/// <summary>A transaction; disposing of it rolls back what has not been committed.</summary>
public interface IAsyncTransaction : IAsyncQueryRunner
{
    TransactionConfig TransactionConfig { get; }

    Task CommitAsync();

    Task RollbackAsync();
}
