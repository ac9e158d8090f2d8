using System.IO.Compression;
using System.Runtime.InteropServices;
using LinkGraph.Model.Evidence;

namespace LinkGraph.Benchmarks.Quality;

/// <summary>A world's evidence on disk, so that a resolver can be tried many times on a world that is read once.</summary>
internal static class EvidenceFile
{
    public static void Write(string path, EvidenceSet evidence)
    {
        string half = path + ".half";
        using (var stream = new BrotliStream(File.Create(half), CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(stream))
        {
            Write(writer, evidence.AccountIds);
            Write(writer, evidence.Prompts);
            Write(writer, evidence.OwnPrompts);
            writer.Write(evidence.Facets.Count);
            foreach (var facet in evidence.Facets)
            {
                writer.Write(facet.Definition.Name);
                writer.Write((int)facet.Definition.Family);
                writer.Write((int)facet.Definition.Role);
                Write(writer, facet.Facts);
                Write(writer, facet.Offsets);
                Write(writer, facet.Accounts);
                Write(writer, facet.Weights);
            }
        }

        File.Move(half, path, overwrite: true);
    }

    public static EvidenceSet Read(string path)
    {
        using var stream = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new BinaryReader(stream);
        string[] accounts = ReadStrings(reader);
        float[] prompts = ReadArray<float>(reader);
        float[] own = ReadArray<float>(reader);
        var facets = new Facet[reader.ReadInt32()];
        for (int f = 0; f < facets.Length; f++)
        {
            var definition = new FacetDefinition(reader.ReadString(), (Family)reader.ReadInt32(), (Role)reader.ReadInt32());
            facets[f] = new Facet(definition, ReadStrings(reader), ReadArray<int>(reader), ReadArray<int>(reader), ReadArray<float>(reader));
        }

        return new EvidenceSet(accounts, prompts, own, facets);
    }

    private static void Write(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (string s in strings)
            writer.Write(s);
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static string[] ReadStrings(BinaryReader reader)
    {
        string[] strings = new string[reader.ReadInt32()];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = reader.ReadString();
        return strings;
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
