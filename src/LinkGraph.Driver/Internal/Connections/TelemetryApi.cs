#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>Bolt's numbers for the interfaces of a driver.</summary>
internal enum TelemetryApi
{
    TransactionFunction = 0,
    ExplicitTransaction = 1,
    AutoCommit = 2,
}
