using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Journal;

/// <summary>Reads what <see cref="ChunkWriter"/> wrote.</summary>
/// <param name="strings">Shares strings that many chunks have.</param>
internal sealed class ChunkReader(StringPool strings)
{
    private const long Owner = 0;

    public NodeChunk ReadNodes(byte[] body)
    {
        using var reader = new BinaryReader(new MemoryStream(body));
        var chunk = new NodeChunk(Owner);
        ReadEntities(reader, chunk, chunk.Create);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var label = reader.Read7BitEncodedInt();
            foreach (var slot in Slots(ReadWords(reader)))
            {
                chunk.AddLabel(slot, label);
            }
        }

        return chunk;
    }

    public RelationshipChunk ReadRelationships(byte[] body)
    {
        using var reader = new BinaryReader(new MemoryStream(body));
        var chunk = new RelationshipChunk(Owner);
        foreach (var slot in ReadEntities(reader, chunk, _ => { }))
        {
            chunk.Create(slot, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        }

        return chunk;
    }

    private static Words ReadWords(BinaryReader reader)
    {
        var words = default(Words);
        for (var i = 0; i < Words.Count; i++)
        {
            words[i] = reader.ReadUInt64();
        }

        return words;
    }

    private static IEnumerable<int> Slots(Words words) => Enumerable.Range(0, ChunkSize.Slots).Where(slot => words.Has(slot));

    private List<int> ReadEntities(BinaryReader reader, EntityChunk chunk, Action<int> create)
    {
        var alive = Slots(ReadWords(reader)).ToList();
        alive.ForEach(create);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            ReadColumn(reader, chunk, reader.Read7BitEncodedInt());
        }

        return alive;
    }

    private void ReadColumn(BinaryReader reader, EntityChunk chunk, int key)
    {
        var slots = Slots(ReadWords(reader));
        if ((ColumnCode)reader.ReadByte() == ColumnCode.Bits)
        {
            var reference = reader.ReadValue().RawReference;
            foreach (var slot in slots)
            {
                chunk.Set(slot, key, Value.FromRaw(reference, reader.ReadInt64()));
            }

            return;
        }

        foreach (var slot in slots)
        {
            chunk.Set(slot, key, strings.Share(reader.ReadValue()));
        }
    }
}
