#nullable enable
namespace Neo4j.Driver.Internal.Results;

/// <summary>Whoever runs queries learns when a result has come to its end.</summary>
internal interface IResultOwner
{
    /// <param name="metadata">Null if it ended with an error.</param>
    ValueTask OnResultEndedAsync(ResultCursor result, Dictionary<string, object>? metadata);
}
