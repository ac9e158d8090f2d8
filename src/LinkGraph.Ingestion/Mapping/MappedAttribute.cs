using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>A column that becomes an attribute.</summary>
/// <param name="Column">Its name in the source.</param>
/// <param name="Field">The attribute's field: lower-case letters, digits and underscores.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="MayHold">Fields whose words it may repeat, sorted.</param>
/// <param name="IsHashed">Only keyed hashes of its keys are kept.</param>
public sealed record MappedAttribute(string Column, string Field, AttributeKind Kind, IReadOnlyList<string> MayHold, bool IsHashed);
