namespace LinkGraph.Storage.Journal;

/// <summary>All of a state that is not in chunks.</summary>
/// <param name="Version">The last transaction that is in it.</param>
/// <param name="NextNode">The next id.</param>
/// <param name="NextRelationship">The next id.</param>
/// <param name="Catalogue">A record of the log that makes the names, indexes and constraints.</param>
internal sealed record Checkpoint(long Version, int NextNode, int NextRelationship, byte[] Catalogue)
{
    public static Checkpoint None { get; } = new(0, 0, 0, []);

    public static Checkpoint FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new(reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBytes(reader.ReadInt32()));
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(NextNode);
        writer.Write(NextRelationship);
        writer.Write(Catalogue.Length);
        writer.Write(Catalogue);
        writer.Flush();
        return bytes.ToArray();
    }
}
