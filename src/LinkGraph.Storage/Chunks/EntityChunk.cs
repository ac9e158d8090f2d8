using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>1,024 neighbouring ids and their properties. Belongs to the transaction that made it; every other one copies it before it writes.</summary>
internal abstract class EntityChunk(long owner)
{
    private int[] keys = [];
    private Column[] columns = [];
    private Words alive;

    /// <summary>The transaction that may change this object.</summary>
    public long Owner { get; private set; } = owner;

    public int ColumnCount => keys.Length;

    public bool IsAlive(int slot) => alive.Has(slot);

    public ulong AliveWord(int word) => alive[word];

    public bool IsEmpty() => alive.IsEmpty();

    public int KeyAt(int column) => keys[column];

    public Column ColumnAt(int column) => columns[column];

    /// <summary>Null if absent.</summary>
    public Value Get(int slot, int key)
    {
        var column = IndexOf(key);
        return column < 0 ? Value.Null : columns[column].Get(slot);
    }

    /// <summary>Adds a column of a key that the chunk does not have yet.</summary>
    public void Restore(int key, Column column)
    {
        keys = [.. keys, key];
        columns = [.. columns, column];
    }

    public void Set(int slot, int key, Value value)
    {
        var column = IndexOf(key);
        if (column < 0)
        {
            column = keys.Length;
            keys = [.. keys, key];
            columns = [.. columns, Column.For(value, Owner)];
        }

        columns[column] = columns[column].Set(slot, value, Owner);
    }

    /// <returns>False if it was absent.</returns>
    public bool Remove(int slot, int key)
    {
        var column = IndexOf(key);
        if (column < 0 || !columns[column].Has(slot))
        {
            return false;
        }

        RemoveAt(column, slot);
        return true;
    }

    public void RemoveAll(int slot)
    {
        for (var column = keys.Length - 1; column >= 0; column--)
        {
            if (columns[column].Has(slot))
            {
                RemoveAt(column, slot);
            }
        }
    }

    protected void MarkAlive(int slot) => alive.Add(slot);

    protected void MarkDead(int slot) => alive.Remove(slot);

    /// <summary>A copy that another transaction may change; the columns stay shared until it does.</summary>
    protected EntityChunk Copy(long owner)
    {
        var copy = (EntityChunk)MemberwiseClone();
        copy.Owner = owner;
        copy.columns = [.. columns];
        return copy;
    }

    private int IndexOf(int key)
    {
        var keys = this.keys;
        for (var column = 0; column < keys.Length; column++)
        {
            if (keys[column] == key)
            {
                return column;
            }
        }

        return -1;
    }

    private void RemoveAt(int column, int slot)
    {
        if (columns[column].Count == 1)
        {
            keys = [.. keys[..column], .. keys[(column + 1)..]];
            columns = [.. columns[..column], .. columns[(column + 1)..]];
            return;
        }

        columns[column] = columns[column].Remove(slot, Owner);
    }
}
