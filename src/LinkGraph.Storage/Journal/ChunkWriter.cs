using System.Runtime.InteropServices;
using LinkGraph.Storage.Chunks;

namespace LinkGraph.Storage.Journal;

/// <summary>Writes chunks as they lie in memory; relationships of nodes are not written, they follow from the relationships.</summary>
internal static class ChunkWriter
{
    public static byte[] Write(NodeChunk chunk) => Write(writer =>
    {
        writer.WriteEntities(chunk);
        writer.Write7BitEncodedInt(chunk.LabelCount);
        for (var index = 0; index < chunk.LabelCount; index++)
        {
            writer.Write7BitEncodedInt(chunk.LabelAt(index));
            writer.WriteWords(word => chunk.LabelledWord(index, word));
        }
    });

    public static byte[] Write(RelationshipChunk chunk) => Write(writer =>
    {
        writer.WriteEntities(chunk);
        for (var slot = 0; slot < ChunkSize.Slots; slot++)
        {
            if (chunk.IsAlive(slot))
            {
                writer.Write7BitEncodedInt(chunk.TypeOf(slot));
                writer.Write7BitEncodedInt(chunk.StartOf(slot));
                writer.Write7BitEncodedInt(chunk.EndOf(slot));
            }
        }
    });

    private static byte[] Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void WriteEntities(this BinaryWriter writer, EntityChunk chunk)
    {
        writer.WriteWords(chunk.AliveWord);
        writer.Write7BitEncodedInt(chunk.ColumnCount);
        for (var column = 0; column < chunk.ColumnCount; column++)
        {
            writer.Write7BitEncodedInt(chunk.KeyAt(column));
            writer.WriteColumn(chunk.ColumnAt(column));
        }
    }

    private static void WriteColumn(this BinaryWriter writer, Column column)
    {
        writer.WriteWords(column.PresentWord);
        if (column is BitsColumn bits)
        {
            // The first value says what the bits mean.
            writer.Write((byte)ColumnCode.Bits);
            writer.Write(bits.First);
            writer.Write(MemoryMarshal.AsBytes(bits.Items));
            return;
        }

        writer.Write((byte)ColumnCode.Values);
        for (var slot = 0; slot < ChunkSize.Slots; slot++)
        {
            if (column.Has(slot))
            {
                writer.Write(column.Get(slot));
            }
        }
    }

    private static void WriteWords(this BinaryWriter writer, Func<int, ulong> word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            writer.Write(word(i));
        }
    }
}
