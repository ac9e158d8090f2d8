using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Transactions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>Keeps indexes in step, and constraints unbroken.</summary>
public sealed partial class WriteTransaction
{
    private readonly List<IndexDescriptor> touched = [];
    private readonly HashSet<(EntityKind Entity, long Id)> demanding = [];
    private Value[] oldKey = new Value[4];
    private Value[] newKey = new Value[4];

    private IndexTree OwnTree(IndexDescriptor index)
    {
        if (!ownsIndexes)
        {
            State.Indexes = [.. State.Indexes];
            ownsIndexes = true;
        }

        return State.Indexes[index.Id] = TreeOf(index).For(owner);
    }

    private void FindIndexes(LabelEnumerator labels, PropertyChange change)
    {
        touched.Clear();
        foreach (var label in labels)
        {
            AddTouched(Schema.IndexesOn(EntityKind.Node, label).AsSpan(), change);
        }
    }

    private void FindIndexes(int type, PropertyChange change)
    {
        touched.Clear();
        AddTouched(Schema.IndexesOn(EntityKind.Relationship, type).AsSpan(), change);
    }

    private void AddTouched(ReadOnlySpan<IndexDescriptor> indexes, PropertyChange change)
    {
        foreach (var index in indexes)
        {
            foreach (var key in index.Keys)
            {
                if (change.Touches(key))
                {
                    touched.Add(index);
                    break;
                }
            }
        }
    }

    private void CheckUnique(EntityChunk chunk, long id, PropertyChange change)
    {
        foreach (var index in touched)
        {
            CheckUnique(index, chunk, id, change);
        }
    }

    /// <exception cref="StorageException">ConstraintViolated.</exception>
    private void CheckUnique(IndexDescriptor index, EntityChunk chunk, long id, PropertyChange change)
    {
        if (!index.IsUnique || !TryKey(index, chunk, id, change, ref newKey))
        {
            return;
        }

        var key = newKey.AsSpan(0, index.Keys.Length);
        var holder = TreeOf(index).Find(key);
        if (holder >= 0 && holder != id)
        {
            throw NotUnique(index, key, holder);
        }
    }

    private void Reindex(EntityChunk chunk, long id, PropertyChange change)
    {
        foreach (var index in touched)
        {
            var (wasThere, isThere) = (TryKey(index, chunk, id, PropertyChange.None, ref oldKey), TryKey(index, chunk, id, change, ref newKey));
            if (wasThere && isThere && IsSame(index.Keys.Length))
            {
                continue;
            }

            if (wasThere)
            {
                OwnTree(index).Remove(oldKey.AsSpan(0, index.Keys.Length), (int)id);
            }

            if (isThere)
            {
                OwnTree(index).Add(newKey.AsSpan(0, index.Keys.Length), (int)id);
            }
        }
    }

    /// <exception cref="StorageException">ConstraintViolated; then nothing was added.</exception>
    private void AddToIndexes(ReadOnlySpan<IndexDescriptor> indexes, EntityChunk chunk, long id)
    {
        foreach (var index in indexes)
        {
            CheckUnique(index, chunk, id, PropertyChange.None);
        }

        foreach (var index in indexes)
        {
            if (TryKey(index, chunk, id, PropertyChange.None, ref newKey))
            {
                OwnTree(index).Add(newKey.AsSpan(0, index.Keys.Length), (int)id);
            }
        }
    }

    private void RemoveFromIndexes(ReadOnlySpan<IndexDescriptor> indexes, EntityChunk chunk, long id)
    {
        foreach (var index in indexes)
        {
            if (TryKey(index, chunk, id, PropertyChange.None, ref oldKey))
            {
                OwnTree(index).Remove(oldKey.AsSpan(0, index.Keys.Length), (int)id);
            }
        }
    }

    private bool IsSame(int width)
    {
        for (var column = 0; column < width; column++)
        {
            var (was, becomes) = (oldKey[column], newKey[column]);
            var isSame = was.RawBits == becomes.RawBits
                && (was.IsString ? becomes.IsString && was.AsString() == becomes.AsString() : ReferenceEquals(was.RawReference, becomes.RawReference));
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key of an entity in an index after a change.</summary>
    /// <returns>False if it does not belong to the index.</returns>
    private static bool TryKey(IndexDescriptor index, EntityChunk chunk, long id, PropertyChange change, ref Value[] key)
    {
        if (key.Length < index.Keys.Length)
        {
            key = new Value[index.Keys.Length];
        }

        for (var column = 0; column < index.Keys.Length; column++)
        {
            var value = change.ValueOf(chunk, ChunkSize.SlotOf(id), index.Keys[column]);
            var belongs = index.Kind switch
            {
                IndexKind.Text => value.IsString,
                IndexKind.Point => value.Kind == ValueKind.Point,
                _ => !value.IsNull,
            };
            if (!belongs)
            {
                return false;
            }

            key[column] = value;
        }

        return true;
    }

    private StorageException NotUnique(IndexDescriptor index, ReadOnlySpan<Value> key, long holder)
    {
        var (entity, token) = (index.Entity, Tokens.Of(index.Entity).Name(index.Token));
        var values = new List<string>();
        for (var column = 0; column < key.Length; column++)
        {
            var text = key[column].IsString ? $"'{key[column].AsString()}'" : key[column].ToString();
            values.Add($"`{PropertyKeys.Name(index.Keys[column])}` = {text}");
        }

        var (kind, what) = entity == EntityKind.Node ? ("Node", "label") : ("Relationship", "type");
        var properties = values.Count == 1 ? "property" : "properties";
        return new(StorageError.ConstraintViolated, $"{kind}({holder}) already exists with {what} `{token}` and {properties} {string.Join(", ", values)}")
        {
            Constraint = Schema.Constraints.FirstOrDefault(constraint => constraint.Index == index),
            Entity = holder,
        };
    }

    /// <summary>Remembers that constraints on the presence of properties are to be checked at commit.</summary>
    private void Demand(EntityKind entity, long id)
    {
        if (!Schema.DemandedProperties.IsEmpty)
        {
            demanding.Add((entity, id));
        }
    }

    /// <exception cref="StorageException">ConstraintViolated.</exception>
    private void CheckDemandedProperties()
    {
        foreach (var (entity, id) in demanding)
        {
            var exists = entity == EntityKind.Node ? NodeExists(id) : RelationshipExists(id);
            foreach (var constraint in Schema.DemandedProperties)
            {
                if (exists && constraint.Entity == entity)
                {
                    CheckDemandedProperties(constraint, id);
                }
            }
        }
    }

    private void CheckDemandedProperties(ConstraintDescriptor constraint, long id)
    {
        var isNode = constraint.Entity == EntityKind.Node;
        if (isNode ? !HasLabel(id, constraint.Token) : TypeOf(id) != constraint.Token)
        {
            return;
        }

        foreach (var key in constraint.Keys)
        {
            if ((isNode ? NodeProperty(id, key) : RelationshipProperty(id, key)).IsNull)
            {
                var (kind, what) = isNode ? ("Node", "label") : ("Relationship", "type");
                var token = Tokens.Of(constraint.Entity).Name(constraint.Token);
                throw new StorageException(
                    StorageError.ConstraintViolated, $"{kind}({id}) with {what} `{token}` must have the property `{PropertyKeys.Name(key)}`")
                {
                    Constraint = constraint,
                    Entity = id,
                };
            }
        }
    }
}
