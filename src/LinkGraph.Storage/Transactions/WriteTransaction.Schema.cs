using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Journal;
using LinkGraph.Storage.Transactions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>Indexes and constraints.</summary>
public sealed partial class WriteTransaction
{
    private List<IndexDescriptor>? unfilled;

    /// <summary>Makes an index and fills it.</summary>
    /// <param name="name">Null: one is made up.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="entity">What it is over.</param>
    /// <param name="token">The label or relationship type.</param>
    /// <param name="keys">Property keys, in order.</param>
    /// <exception cref="StorageException">NameTaken, IndexExists, ConstraintExists, InvalidSchema, TransactionFailed or TransactionClosed.</exception>
    public IndexDescriptor CreateIndex(string? name, IndexKind kind, EntityKind entity, int token, params ReadOnlySpan<int> keys)
    {
        ThrowIfNotOpen();
        ThrowIfUnknown(Tokens.Of(entity), token);
        CheckDefinition(keys, mayBeComposite: kind == IndexKind.Range);
        name ??= MakeUpName("index", $"{kind} {entity}", token, keys);
        ThrowIfIndexed(kind, entity, token, keys);
        ThrowIfNamed(name);
        var index = new IndexDescriptor(store.NextSchemaId(), name, kind, entity, token, [.. keys], IsUnique: false);
        var tree = Fill(index);
        ChangeSchema(Schema.Indexes.Add(index), Schema.Constraints);
        SetTree(index, tree);
        changes?.CreateIndex(index);
        return index;
    }

    /// <summary>Makes a constraint, with an index behind it unless it is about existence, and checks it on all there is.</summary>
    /// <param name="name">Null: one is made up.</param>
    /// <param name="kind">What it asks.</param>
    /// <param name="entity">Of what it asks it.</param>
    /// <param name="token">The label or relationship type.</param>
    /// <param name="keys">Property keys, in order.</param>
    /// <exception cref="StorageException">ConstraintViolated, NameTaken, IndexExists, ConstraintExists, InvalidSchema, TransactionFailed or TransactionClosed.</exception>
    public ConstraintDescriptor CreateConstraint(string? name, ConstraintKind kind, EntityKind entity, int token, params ReadOnlySpan<int> keys)
    {
        ThrowIfNotOpen();
        ThrowIfUnknown(Tokens.Of(entity), token);
        CheckDefinition(keys, mayBeComposite: kind != ConstraintKind.Exists);
        name ??= MakeUpName("constraint", $"{kind} {entity}", token, keys);
        ThrowIfConstrained(kind, entity, token, keys);
        ThrowIfNamed(name);
        var index = kind == ConstraintKind.Exists ? null
            : new IndexDescriptor(store.NextSchemaId(), name, IndexKind.Range, entity, token, [.. keys], IsUnique: true);
        var constraint = new ConstraintDescriptor(store.NextSchemaId(), name, kind, entity, token, [.. keys], index);
        if (kind != ConstraintKind.Unique)
        {
            foreach (var id in Entities(entity, token))
            {
                CheckDemandedProperties(constraint, id);
            }
        }

        var tree = index is null ? null : Fill(index);
        ChangeSchema(index is null ? Schema.Indexes : Schema.Indexes.Add(index), Schema.Constraints.Add(constraint));
        if (index is not null)
        {
            SetTree(index, tree);
        }

        changes?.CreateConstraint(constraint);
        return constraint;
    }

    /// <exception cref="StorageException">IndexNotFound, IndexBelongsToConstraint, TransactionFailed or TransactionClosed.</exception>
    public void DropIndex(string name)
    {
        ThrowIfNotOpen();
        var index = Schema.FindIndex(name) ?? throw new StorageException(StorageError.IndexNotFound, $"There is no index `{name}`.");
        if (index.IsUnique)
        {
            throw new StorageException(StorageError.IndexBelongsToConstraint, $"The index `{name}` belongs to the constraint of that name.");
        }

        ChangeSchema(Schema.Indexes.Remove(index), Schema.Constraints);
        SetTree(index, null);
        changes?.Drop(ChangeCode.DropIndex, name);
    }

    /// <exception cref="StorageException">ConstraintNotFound, TransactionFailed or TransactionClosed.</exception>
    public void DropConstraint(string name)
    {
        ThrowIfNotOpen();
        var constraint = Schema.FindConstraint(name)
            ?? throw new StorageException(StorageError.ConstraintNotFound, $"There is no constraint `{name}`.");
        ChangeSchema(
            constraint.Index is null ? Schema.Indexes : Schema.Indexes.Remove(constraint.Index), Schema.Constraints.Remove(constraint));
        if (constraint.Index is not null)
        {
            SetTree(constraint.Index, null);
        }

        changes?.Drop(ChangeCode.DropConstraint, name);
    }

    private static void CheckDefinition(ReadOnlySpan<int> keys, bool mayBeComposite)
    {
        if (keys.Length == 0 || keys.ToArray().Distinct().Count() != keys.Length)
        {
            throw new StorageException(StorageError.InvalidSchema, "An index or constraint needs at least one property, and none twice.");
        }

        if (keys.Length > 1 && !mayBeComposite)
        {
            throw new StorageException(StorageError.InvalidSchema, "An index or constraint of this kind has exactly one property.");
        }
    }

    private void ThrowIfIndexed(IndexKind kind, EntityKind entity, int token, ReadOnlySpan<int> keys)
    {
        if (Schema.FindIndex(kind, entity, token, keys) is not { } index)
        {
            return;
        }

        throw index.IsUnique
            ? new StorageException(StorageError.ConstraintExists, $"The constraint `{index.Name}` has an index on the same properties already.")
            : new StorageException(StorageError.IndexExists, $"The index `{index.Name}` is on the same properties already.");
    }

    private void ThrowIfConstrained(ConstraintKind kind, EntityKind entity, int token, ReadOnlySpan<int> keys)
    {
        if (Schema.FindConstraint(kind, entity, token, keys) is { } constraint)
        {
            throw new StorageException(StorageError.ConstraintExists, $"The constraint `{constraint.Name}` is on the same properties already.")
            {
                Constraint = constraint,
            };
        }

        if (kind != ConstraintKind.Exists)
        {
            ThrowIfIndexed(IndexKind.Range, entity, token, keys);
        }
    }

    private void ThrowIfNamed(string name)
    {
        if (Schema.FindIndex(name) is not null || Schema.FindConstraint(name) is not null)
        {
            throw new StorageException(StorageError.NameTaken, $"There is an index or constraint of the name `{name}` already.");
        }
    }

    /// <summary>The same for the same definition, as Neo4j does.</summary>
    private string MakeUpName(string prefix, string kind, int token, ReadOnlySpan<int> keys)
    {
        var names = string.Join('\0', keys.ToArray().Select(PropertyKeys.Name));
        return $"{prefix}_{XxHash32.HashToUInt32(Encoding.UTF8.GetBytes($"{kind}\0{token}\0{names}")):x8}";
    }

    private IEnumerable<long> Entities(EntityKind entity, int token)
    {
        if (entity == EntityKind.Node)
        {
            foreach (var node in NodesWithLabel(token))
            {
                yield return node;
            }
        }
        else
        {
            foreach (var relationship in RelationshipsOfType(token))
            {
                yield return relationship;
            }
        }
    }

    /// <summary>Makes several indexes, the filling of which is put off to the end so that it happens side by side. Nothing else may be written meanwhile.</summary>
    /// <exception cref="StorageException">ConstraintViolated, and what the schema's definitions throw.</exception>
    internal void FillTogether(Action define)
    {
        unfilled = [];
        define();
        var trees = new IndexTree[unfilled.Count];
        var (indexes, fill) = (unfilled, (Action<int>)(i => trees[i] = FillNow(unfilled[i])));
        Concurrently.ForEach(Enumerable.Range(0, trees.Length), fill);
        unfilled = null;
        foreach (var (index, tree) in indexes.Zip(trees))
        {
            SetTree(index, tree);
        }
    }

    /// <exception cref="StorageException">ConstraintViolated.</exception>
    private IndexTree Fill(IndexDescriptor index)
    {
        if (unfilled is null)
        {
            return FillNow(index);
        }

        unfilled.Add(index);
        return new IndexTree(owner, index.Keys.Length);
    }

    private IndexTree FillNow(IndexDescriptor index)
    {
        var (builder, key) = (new IndexBuilder(index.Keys.Length), new Value[index.Keys.Length]);
        foreach (var id in Entities(index.Entity, index.Token))
        {
            if (TryKey(index, ChunkOf(index, id), id, PropertyChange.None, ref key))
            {
                builder.Add(key, (int)id);
            }
        }

        var twin = builder.Sort();
        var tree = builder.Build(owner);
        if (index.IsUnique && twin >= 0)
        {
            TryKey(index, ChunkOf(index, twin), twin, PropertyChange.None, ref key);
            throw NotUnique(index, key, tree.Find(key));
        }

        return tree;
    }

    private EntityChunk ChunkOf(IndexDescriptor index, long id) => index.Entity == EntityKind.Node ? ChunkOfNode(id) : ChunkOfRelationship(id);

    private void ChangeSchema(ImmutableArray<IndexDescriptor> indexes, ImmutableArray<ConstraintDescriptor> constraints)
    {
        HasChanges = true;
        State.Schema = new(store.NextSchemaVersion(), indexes, constraints);
    }

    private void SetTree(IndexDescriptor index, IndexTree? tree)
    {
        var trees = new IndexTree?[Math.Max(State.Indexes.Length, index.Id + 1)];
        State.Indexes.CopyTo(trees, 0);
        trees[index.Id] = tree;
        State.Indexes = trees;
        ownsIndexes = true;
    }
}
