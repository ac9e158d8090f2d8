using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Server;

/// <summary>Reads the maps that come beside queries.</summary>
internal static class MetadataReader
{
    /// <summary>Passes over one value and makes sure that it is well formed, without following it in recursion.</summary>
    /// <exception cref="PackStreamException">It is not, or values lie more than <paramref name="deepest"/> deep in one another.</exception>
    public static void CheckNesting(ref PackStreamReader reader, int deepest)
    {
        // How many values are left to pass over, at each depth.
        var left = new long[deepest + 1];
        var depth = 0;
        left[0] = 1;
        while (depth >= 0)
        {
            if (left[depth] == 0)
            {
                depth--;
                continue;
            }
            left[depth]--;
            long inside;
            switch (reader.PeekType())
            {
                case PackStreamType.List:
                    inside = reader.ReadListHeader();
                    break;
                case PackStreamType.Map:
                    inside = 2L * reader.ReadMapHeader();
                    break;
                case PackStreamType.Structure:
                    inside = reader.ReadStructureHeader(out _);
                    break;
                default:
                    reader.Skip();
                    continue;
            }
            if (inside == 0)
                continue;
            if (++depth > deepest)
                throw new PackStreamException($"Values are nested more than {deepest} deep.");
            left[depth] = inside;
        }
    }

    /// <summary>Values of the types that messages themselves use; others become null.</summary>
    public static Dictionary<string, object?> ReadMap(ref PackStreamReader reader)
    {
        var size = reader.ReadMapHeader();
        var map = new Dictionary<string, object?>();
        for (var i = 0; i < size; i++)
        {
            var key = reader.ReadString();
            map[key] = Read(ref reader);
        }
        return map;
    }

    private static object? Read(ref PackStreamReader reader)
    {
        switch (reader.PeekType())
        {
            case PackStreamType.String:
                return reader.ReadString();
            case PackStreamType.Integer:
                return reader.ReadInteger();
            case PackStreamType.Boolean:
                return reader.ReadBoolean();
            case PackStreamType.Float:
                return reader.ReadFloat();
            case PackStreamType.Map:
                return ReadMap(ref reader);
            default:
                reader.Skip();
                return null;
        }
    }
}
