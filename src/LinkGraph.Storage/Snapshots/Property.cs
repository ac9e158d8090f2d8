using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>A property key and its value, never null where a view answers it.</summary>
public readonly record struct Property(int Key, Value Value);
