using System.Collections.Immutable;

namespace LinkGraph.Storage;

/// <summary>An index as it was made.</summary>
/// <param name="Id">Never given to another index.</param>
/// <param name="Name">Unique among indexes and constraints.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Entity">What it is over.</param>
/// <param name="Token">The label or relationship type.</param>
/// <param name="Keys">Property keys in the order of the index. Only what has all of them is in it.</param>
/// <param name="IsUnique">Serves a constraint that forbids two of the same values.</param>
public sealed record IndexDescriptor(
    int Id, string Name, IndexKind Kind, EntityKind Entity, int Token, ImmutableArray<int> Keys, bool IsUnique)
{
    public bool Equals(IndexDescriptor? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id;
}
