namespace LinkGraph.Cypher.Planning;

/// <summary>Hands out the slots of a statement's rows.</summary>
internal sealed class Frame
{
    private int anonymous;

    public int Size { get; private set; }

    public int Add() => Size++;

    /// <summary>A name that nobody can write.</summary>
    public string Anonymous() => $" {anonymous++}";

    public static bool IsAnonymous(string name) => name.StartsWith(' ');
}

/// <summary>Which variables can be named at a place of a query, and the slots where their values are. Never changes; inner scopes are new ones.</summary>
internal sealed class Scope
{
    private readonly OrderedDictionary<string, int> slots;

    private Scope(OrderedDictionary<string, int> slots) => this.slots = slots;

    public static Scope Empty { get; } = new(new(StringComparer.Ordinal));

    public IEnumerable<string> Names => slots.Keys;

    public int[] Slots => [.. slots.Values.Distinct()];

    public int this[string name] => slots.TryGetValue(name, out var slot)
        ? slot
        : throw CypherErrors.Syntax($"Variable `{name}` not defined");

    public bool Has(string name) => slots.ContainsKey(name);

    public Scope With(string name, int slot)
    {
        var extended = new OrderedDictionary<string, int>(slots, StringComparer.Ordinal) { [name] = slot };
        return new Scope(extended);
    }

    public Scope Without(IEnumerable<string> names)
    {
        var gone = names.ToHashSet(StringComparer.Ordinal);
        return gone.Count == 0 ? this : new Scope(new(slots.Where(s => !gone.Contains(s.Key)), StringComparer.Ordinal));
    }

    /// <summary>This scope without what has no name of its own.</summary>
    public Scope Named() => slots.Keys.Any(Frame.IsAnonymous)
        ? new Scope(new(slots.Where(s => !Frame.IsAnonymous(s.Key)), StringComparer.Ordinal))
        : this;

    /// <summary>This scope with another's variables over it.</summary>
    public Scope With(Scope inner)
    {
        var extended = new OrderedDictionary<string, int>(slots, StringComparer.Ordinal);
        foreach (var (name, slot) in inner.slots)
        {
            extended[name] = slot;
        }

        return new Scope(extended);
    }
}
