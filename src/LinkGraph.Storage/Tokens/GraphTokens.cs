namespace LinkGraph.Storage.Tokens;

/// <summary>The three tables of names of a store.</summary>
internal sealed class GraphTokens
{
    public TokenTable Labels { get; } = new(int.MaxValue);

    public TokenTable RelationshipTypes { get; } = new(ushort.MaxValue);

    public TokenTable PropertyKeys { get; } = new(int.MaxValue);

    public TokenTable Of(EntityKind entity) => entity == EntityKind.Node ? Labels : RelationshipTypes;
}
