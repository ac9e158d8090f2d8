using System.Collections.Immutable;

namespace LinkGraph.Storage;

/// <summary>A constraint as it was made.</summary>
/// <param name="Id">Never given to another constraint.</param>
/// <param name="Name">Unique among indexes and constraints.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Entity">Of what it asks it.</param>
/// <param name="Token">The label or relationship type.</param>
/// <param name="Keys">Property keys.</param>
/// <param name="Index">The index behind it, of the same name; null for existence.</param>
public sealed record ConstraintDescriptor(
    int Id, string Name, ConstraintKind Kind, EntityKind Entity, int Token, ImmutableArray<int> Keys, IndexDescriptor? Index)
{
    public bool Equals(ConstraintDescriptor? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id;
}
