using System.Collections.Concurrent;

namespace LinkGraph.Storage;

/// <summary>Names and the small numbers that stand for them. Only ever grows, so that one table serves all views at once; a name stays when the transaction that
/// brought it is rolled back.</summary>
public sealed class TokenTable
{
    /// <summary>Stands for a name that no table knows: nothing carries it.</summary>
    public const int None = -1;

    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Lock growing = new();
    private readonly int limit;
    private volatile string[] names = new string[16];
    private volatile int count;

    internal TokenTable(int limit) => this.limit = limit;

    /// <summary>The numbers in use are 0 to this, exclusive.</summary>
    public int Count => count;

    /// <returns>The number, or <see cref="None"/>.</returns>
    public int Find(string name) => numbers.TryGetValue(name, out var token) ? token : None;

    /// <exception cref="ArgumentOutOfRangeException">No name has this number.</exception>
    public string Name(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, count);
        return names[token];
    }

    /// <exception cref="StorageException">LimitReached.</exception>
    internal int FindOrAdd(string name)
    {
        if (numbers.TryGetValue(name, out var token))
        {
            return token;
        }

        lock (growing)
        {
            return numbers.TryGetValue(name, out token) ? token : Add(name);
        }
    }

    private int Add(string name)
    {
        var token = count;
        if (token == limit)
        {
            throw new StorageException(StorageError.LimitReached, $"No more than {limit} names of this kind are possible.");
        }

        if (token == names.Length)
        {
            var longer = new string[token * 2];
            names.CopyTo(longer, 0);
            names = longer;
        }

        names[token] = name;
        count = token + 1;
        numbers[name] = token;
        return token;
    }
}
