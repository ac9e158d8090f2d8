using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage.Journal;

/// <summary>Writes down what a transaction does, so that doing it again on the state before gives the state after, ids included.</summary>
internal sealed class ChangeRecorder : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter writer;

    public ChangeRecorder() => writer = new(bytes);

    /// <summary>The record: the names that earlier ones do not have, then the changes.</summary>
    public byte[] Finish(GraphTokens tokens, TokenCounts known)
    {
        using var record = new MemoryStream();
        using var header = new BinaryWriter(record);
        WriteNames(header, tokens.Labels, known.Labels);
        WriteNames(header, tokens.RelationshipTypes, known.RelationshipTypes);
        WriteNames(header, tokens.PropertyKeys, known.PropertyKeys);
        writer.Flush();
        bytes.WriteTo(record);
        return record.ToArray();
    }

    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    public void CreateNode(ReadOnlySpan<int> labels)
    {
        writer.Write((byte)ChangeCode.CreateNode);
        WriteTokens(labels);
    }

    public void CreateRelationship(int type, long start, long end)
    {
        Entity(ChangeCode.CreateRelationship, type);
        writer.Write7BitEncodedInt64(start);
        writer.Write7BitEncodedInt64(end);
    }

    /// <summary>A change that needs the id alone.</summary>
    public void Entity(ChangeCode code, long id)
    {
        writer.Write((byte)code);
        writer.Write7BitEncodedInt64(id);
    }

    public void Label(ChangeCode code, long node, int label)
    {
        Entity(code, node);
        writer.Write7BitEncodedInt(label);
    }

    public void Properties(ChangeCode code, long id, ReadOnlySpan<Property> properties)
    {
        Entity(code, id);
        writer.Write7BitEncodedInt(properties.Length);
        foreach (var (key, value) in properties)
        {
            writer.Write7BitEncodedInt(key);
            writer.Write(value);
        }
    }

    public void CreateIndex(IndexDescriptor index) =>
        Definition(ChangeCode.CreateIndex, index.Name, (byte)index.Kind, index.Entity, index.Token, index.Keys.AsSpan());

    public void CreateConstraint(ConstraintDescriptor constraint) =>
        Definition(ChangeCode.CreateConstraint, constraint.Name, (byte)constraint.Kind, constraint.Entity, constraint.Token, constraint.Keys.AsSpan());

    public void Drop(ChangeCode code, string name)
    {
        writer.Write((byte)code);
        writer.Write(name);
    }

    private static void WriteNames(BinaryWriter writer, TokenTable table, int known)
    {
        var count = table.Count;
        writer.Write7BitEncodedInt(count - known);
        for (var token = known; token < count; token++)
        {
            writer.Write(table.Name(token));
        }
    }

    private void Definition(ChangeCode code, string name, byte kind, EntityKind entity, int token, ReadOnlySpan<int> keys)
    {
        Drop(code, name);
        writer.Write(kind);
        writer.Write((byte)entity);
        writer.Write7BitEncodedInt(token);
        WriteTokens(keys);
    }

    private void WriteTokens(ReadOnlySpan<int> tokens)
    {
        writer.Write7BitEncodedInt(tokens.Length);
        foreach (var token in tokens)
        {
            writer.Write7BitEncodedInt(token);
        }
    }
}
