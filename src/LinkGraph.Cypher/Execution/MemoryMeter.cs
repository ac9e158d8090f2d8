using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>
/// What a statement holds on to, estimated, against a limit: rows of sorts, groups, eager steps and paths until they are given back, and what an
/// expression makes until the row is done with.
/// </summary>
/// <param name="limit">Bytes; none if null.</param>
internal sealed class MemoryMeter(long? limit)
{
    private const int HeaderBytes = 24, ValueBytes = 16, EntryBytes = 64;

    /// <summary>Bytes charged by now: to go back to with <see cref="ReleaseTo"/> or <see cref="Settle"/>.</summary>
    public long Used { get; private set; }

    /// <summary>What a list of so many items takes, without what the items hold.</summary>
    public static long OfItems(long count) => HeaderBytes + (count * ValueBytes);

    /// <summary>What a string of so many characters takes.</summary>
    public static long OfText(long length) => HeaderBytes + (2 * length);

    /// <summary>What a value holds beside its 16 bytes; of a list, not what its items hold.</summary>
    public static long Of(Value value) => value.Kind switch
    {
        ValueKind.String => OfText(value.AsString().Length),
        ValueKind.List => OfItems(value.AsList().Length),
        ValueKind.Map => EntryBytes * (1L + value.AsMap().Count),
        ValueKind.Bytes => HeaderBytes + value.AsBytes().Length,
        ValueKind.Path => OfItems(value.AsPath().Length),
        _ => 0,
    };

    /// <exception cref="CypherException">The statement holds more than it may.</exception>
    public void Charge(long bytes)
    {
        Used += bytes;
        if (Used > limit)
        {
            throw CypherErrors.OutOfMemory($"The statement holds more than {limit} bytes, its limit.");
        }
    }

    public void Charge(Value[] array) => Charge(OfItems(array.Length));

    /// <summary>What a value holds beside its 16 bytes.</summary>
    public void Charge(Value value)
    {
        if (Of(value) is > 0 and var bytes)
        {
            Charge(bytes);
        }
    }

    public void Release(long bytes) => Used -= bytes;

    /// <summary>Nothing that was charged since is held any more.</summary>
    public void ReleaseTo(long mark) => Used = mark;

    /// <summary>Of all that was made since, this value is left; it may have been there before.</summary>
    public Value Settle(long mark, Value value)
    {
        if (Used != mark)
        {
            Used = value.Kind switch
            {
                ValueKind.String or ValueKind.Bytes => Math.Min(Used, mark + Of(value)),
                ValueKind.List or ValueKind.Map => Used,
                _ => mark,
            };
        }

        return value;
    }

    /// <summary>All that a value holds; what is in it more than once counts once.</summary>
    public static long Deep(Value value)
    {
        var (seen, open, bytes) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<Value>([value]), 0L);
        while (open.TryPop(out var at))
        {
            if (at.Kind is not (ValueKind.String or ValueKind.List or ValueKind.Map) || !seen.Add(Reference(at)))
            {
                continue;
            }

            bytes += Of(at);
            IEnumerable<Value> items = at.Kind switch
            {
                ValueKind.List => at.AsList(),
                ValueKind.Map => at.AsMap().Entries.Select(entry => entry.Value),
                _ => [],
            };
            foreach (var item in items)
            {
                if (item.Kind is ValueKind.String or ValueKind.List or ValueKind.Map)
                {
                    open.Push(item);
                }
            }
        }

        return bytes;
    }

    private static object Reference(Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString(),
        ValueKind.List => value.AsList(),
        _ => value.AsMap(),
    };
}
