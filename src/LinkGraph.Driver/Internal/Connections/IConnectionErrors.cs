#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>Learns of every error of a connection and says what the application is to see of it.</summary>
internal interface IConnectionErrors
{
    Exception Translate(Exception error, BoltConnection connection);
}
