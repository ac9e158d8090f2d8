namespace LinkGraph.Storage.Values;

/// <summary>A value that is an object of its own.</summary>
internal interface IValueObject
{
    ValueKind Kind { get; }
}
