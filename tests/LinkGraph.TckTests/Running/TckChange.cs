namespace LinkGraph.TckTests.Running;

/// <summary>How many of a kind came and went.</summary>
public readonly record struct TckChange(int Added, int Removed)
{
    public static TckChange Between<T>(IReadOnlySet<T> before, IReadOnlySet<T> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(after.Count(item => !before.Contains(item)), before.Count(item => !after.Contains(item)));
    }

    public override string ToString() => $"+{Added} -{Removed}";
}
