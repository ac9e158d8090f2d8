using System.Collections.Immutable;

namespace LinkGraph.Storage;

/// <summary>The indexes and constraints of a view. Never changes: a transaction that changes the schema answers with another.</summary>
public sealed class GraphSchema
{
    private readonly ImmutableArray<IndexDescriptor>[] nodeIndexes;
    private readonly ImmutableArray<IndexDescriptor>[] relationshipIndexes;

    internal GraphSchema(long version, ImmutableArray<IndexDescriptor> indexes, ImmutableArray<ConstraintDescriptor> constraints)
    {
        (Version, Indexes, Constraints) = (version, indexes, constraints);
        nodeIndexes = ByToken(EntityKind.Node);
        relationshipIndexes = ByToken(EntityKind.Relationship);
        DemandedProperties = [.. constraints.Where(c => c.Kind is ConstraintKind.Exists or ConstraintKind.Key)];
    }

    /// <summary>Grows with every change of the schema: a plan made under another version may use an index that is gone.</summary>
    public long Version { get; }

    public ImmutableArray<IndexDescriptor> Indexes { get; }

    public ImmutableArray<ConstraintDescriptor> Constraints { get; }

    internal static GraphSchema Empty { get; } = new(0, [], []);

    /// <summary>The constraints that are checked at commit.</summary>
    internal ImmutableArray<ConstraintDescriptor> DemandedProperties { get; }

    public IndexDescriptor? FindIndex(string name) => Indexes.FirstOrDefault(index => index.Name == name);

    public ConstraintDescriptor? FindConstraint(string name) => Constraints.FirstOrDefault(constraint => constraint.Name == name);

    /// <summary>All indexes over a label or relationship type.</summary>
    public ImmutableArray<IndexDescriptor> IndexesOn(EntityKind entity, int token)
    {
        var byToken = entity == EntityKind.Node ? nodeIndexes : relationshipIndexes;
        return (uint)token < (uint)byToken.Length ? byToken[token] : [];
    }

    /// <summary>The index of a kind on exactly these keys, in this order.</summary>
    public IndexDescriptor? FindIndex(IndexKind kind, EntityKind entity, int token, ReadOnlySpan<int> keys)
    {
        foreach (var index in IndexesOn(entity, token))
        {
            if (index.Kind == kind && index.Keys.AsSpan().SequenceEqual(keys))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>The constraint of a kind on exactly these keys, in this order.</summary>
    public ConstraintDescriptor? FindConstraint(ConstraintKind kind, EntityKind entity, int token, ReadOnlySpan<int> keys)
    {
        foreach (var constraint in Constraints)
        {
            if (constraint.Kind == kind && constraint.Entity == entity && constraint.Token == token
                && constraint.Keys.AsSpan().SequenceEqual(keys))
            {
                return constraint;
            }
        }

        return null;
    }

    private ImmutableArray<IndexDescriptor>[] ByToken(EntityKind entity)
    {
        var own = Indexes.Where(index => index.Entity == entity).ToLookup(index => index.Token);
        var length = own.Count > 0 ? own.Max(group => group.Key) + 1 : 0;
        return [.. Enumerable.Range(0, length).Select(token => own[token].ToImmutableArray())];
    }
}
