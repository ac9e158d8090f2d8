namespace LinkGraph.Bolt.Server;

/// <summary>A query as it came.</summary>
/// <param name="Text">In the language of the backend.</param>
/// <param name="Parameters">A PackStream map: well formed and not nested too deeply, but not looked at otherwise. Valid until the call ends.</param>
public readonly record struct BoltQuery(string Text, ReadOnlyMemory<byte> Parameters);
