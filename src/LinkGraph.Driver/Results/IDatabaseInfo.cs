namespace Neo4j.Driver;

/// <summary>The database that a query ran in.</summary>
public interface IDatabaseInfo
{
    /// <summary>Null where the server did not say.</summary>
    string Name { get; }
}
