namespace LinkGraph.Storage.Journal;

/// <summary>Does again what a record says.</summary>
internal static class ChangeReplay
{
    /// <exception cref="InvalidDataException">The record is no record.</exception>
    /// <exception cref="StorageException">The record does not fit the state.</exception>
    public static void Apply(byte[] record, WriteTransaction transaction)
    {
        using var reader = new BinaryReader(new MemoryStream(record));
        ReadNames(reader, transaction.GetOrAddLabel);
        ReadNames(reader, transaction.GetOrAddRelationshipType);
        ReadNames(reader, transaction.GetOrAddPropertyKey);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            ApplyChange((ChangeCode)reader.ReadByte(), reader, transaction);
        }
    }

    private static void ReadNames(BinaryReader reader, Func<string, int> add)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            add(reader.ReadString());
        }
    }

    private static void ApplyChange(ChangeCode code, BinaryReader reader, WriteTransaction transaction)
    {
        switch (code)
        {
            case ChangeCode.CreateNode:
                transaction.CreateNode(ReadTokens(reader));
                break;
            case ChangeCode.DeleteNode:
                transaction.DeleteNode(reader.Read7BitEncodedInt64());
                break;
            case ChangeCode.DetachDeleteNode:
                transaction.DetachDeleteNode(reader.Read7BitEncodedInt64());
                break;
            case ChangeCode.AddLabel:
                transaction.AddLabel(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt());
                break;
            case ChangeCode.RemoveLabel:
                transaction.RemoveLabel(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt());
                break;
            case ChangeCode.CreateRelationship:
                transaction.CreateRelationship(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
                break;
            case ChangeCode.DeleteRelationship:
                transaction.DeleteRelationship(reader.Read7BitEncodedInt64());
                break;
            case ChangeCode.MergeNodeProperties:
                transaction.MergeNodeProperties(reader.Read7BitEncodedInt64(), ReadProperties(reader));
                break;
            case ChangeCode.ReplaceNodeProperties:
                transaction.ReplaceNodeProperties(reader.Read7BitEncodedInt64(), ReadProperties(reader));
                break;
            case ChangeCode.MergeRelationshipProperties:
                transaction.MergeRelationshipProperties(reader.Read7BitEncodedInt64(), ReadProperties(reader));
                break;
            case ChangeCode.ReplaceRelationshipProperties:
                transaction.ReplaceRelationshipProperties(reader.Read7BitEncodedInt64(), ReadProperties(reader));
                break;
            default:
                ApplySchemaChange(code, reader, transaction);
                break;
        }
    }

    private static void ApplySchemaChange(ChangeCode code, BinaryReader reader, WriteTransaction transaction)
    {
        var name = code is >= ChangeCode.CreateIndex and <= ChangeCode.DropConstraint
            ? reader.ReadString()
            : throw new InvalidDataException($"No change begins with {(byte)code}.");
        switch (code)
        {
            case ChangeCode.CreateIndex:
                transaction.CreateIndex(name, (IndexKind)reader.ReadByte(), (EntityKind)reader.ReadByte(), reader.Read7BitEncodedInt(), ReadTokens(reader));
                break;
            case ChangeCode.CreateConstraint:
                transaction.CreateConstraint(
                    name, (ConstraintKind)reader.ReadByte(), (EntityKind)reader.ReadByte(), reader.Read7BitEncodedInt(), ReadTokens(reader));
                break;
            case ChangeCode.DropIndex:
                transaction.DropIndex(name);
                break;
            default:
                transaction.DropConstraint(name);
                break;
        }
    }

    private static int[] ReadTokens(BinaryReader reader)
    {
        var tokens = new List<int>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            tokens.Add(reader.Read7BitEncodedInt());
        }

        return [.. tokens];
    }

    private static Property[] ReadProperties(BinaryReader reader)
    {
        var properties = new List<Property>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            properties.Add(new(reader.Read7BitEncodedInt(), reader.ReadValue()));
        }

        return [.. properties];
    }
}
