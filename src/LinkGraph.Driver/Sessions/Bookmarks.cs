namespace Neo4j.Driver;

/// <summary>What a transaction left behind, so that a later one, on any server of a cluster, can wait for it.</summary>
public sealed class Bookmarks : IEquatable<Bookmarks>
{
    private static readonly Bookmarks Empty = new([]);

    private Bookmarks(string[] values) => Values = values;

    public string[] Values { get; }

    public static Bookmarks From(params string[] values) =>
        values is null or [] ? Empty : new Bookmarks(values.Where(value => !string.IsNullOrEmpty(value)).Distinct().ToArray());

    internal static Bookmarks From(IEnumerable<Bookmarks> bookmarks) =>
        From(bookmarks?.Where(one => one is not null).SelectMany(one => one.Values).ToArray());

    public bool Equals(Bookmarks other) => other is not null && Values.ToHashSet().SetEquals(other.Values);

    public override bool Equals(object obj) => Equals(obj as Bookmarks);

    public override int GetHashCode() => Values.Aggregate(0, (hash, value) => hash ^ value.GetHashCode(StringComparison.Ordinal));

    public override string ToString() => $"[{string.Join(", ", Values)}]";

    public static Bookmarks operator +(Bookmarks left, Bookmarks right) => From([left, right]);
}
