using System.Numerics;
using System.Runtime.InteropServices;
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

    private static List<int> Slots(Words words)
    {
        var slots = new List<int>(ChunkSize.Slots);
        for (var word = 0; word < Words.Count; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
            {
                slots.Add((word << 6) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return slots;
    }

    private List<int> ReadEntities(BinaryReader reader, EntityChunk chunk, Action<int> create)
    {
        var alive = Slots(ReadWords(reader));
        alive.ForEach(create);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            ReadColumn(reader, chunk, reader.Read7BitEncodedInt());
        }

        return alive;
    }

    private void ReadColumn(BinaryReader reader, EntityChunk chunk, int key)
    {
        var present = ReadWords(reader);
        if ((ColumnCode)reader.ReadByte() == ColumnCode.Bits)
        {
            var column = new BitsColumn(reader.ReadValue().RawReference, Owner);
            var items = new long[present.CountBits()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
            column.Restore(present, items);
            chunk.Restore(key, column);
            return;
        }

        var values = new Value[present.CountBits()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = strings.Share(reader.ReadValue());
        }

        if (Array.TrueForAll(values, v => v.IsString))
        {
            var column = new StringColumn(Owner);
            column.Restore(present, Array.ConvertAll(values, v => v.AsString()));
            chunk.Restore(key, column);
        }
        else
        {
            var column = new ValueColumn(Owner);
            column.Restore(present, values);
            chunk.Restore(key, column);
        }
    }
}
