namespace LinkGraph.Storage.Journal;

/// <summary>A chunk on its way to or from the disk.</summary>
/// <param name="Entity">What it holds.</param>
/// <param name="Number">Its place among the chunks of its kind.</param>
/// <param name="Body">Null: there is no such chunk any more.</param>
internal readonly record struct StoredChunk(EntityKind Entity, int Number, byte[]? Body);
