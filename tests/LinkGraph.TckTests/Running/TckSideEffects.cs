namespace LinkGraph.TckTests.Running;

/// <summary>What a query changed, as the TCK counts: labels are distinct labels of the whole graph; a property is the triple of entity,
/// key and value, so that changing one both adds and removes.</summary>
public sealed record TckSideEffects(TckChange Nodes, TckChange Relationships, TckChange Labels, TckChange Properties)
{
    public static TckSideEffects None { get; } = new(default, default, default, default);

    public override string ToString() =>
        this == None ? "none" : $"nodes {Nodes}, relationships {Relationships}, labels {Labels}, properties {Properties}";
}
