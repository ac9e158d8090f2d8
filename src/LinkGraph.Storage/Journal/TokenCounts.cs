using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage.Journal;

/// <summary>How many names of each table are in the log.</summary>
internal readonly record struct TokenCounts(int Labels, int RelationshipTypes, int PropertyKeys)
{
    public static TokenCounts Of(GraphTokens tokens) => new(tokens.Labels.Count, tokens.RelationshipTypes.Count, tokens.PropertyKeys.Count);
}
