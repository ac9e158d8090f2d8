#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal sealed class ProfiledPlan(Dictionary<string, object> fields) : Plan(fields), IProfiledPlan
{
    private readonly Dictionary<string, object> _fields = fields;

    public long DbHits => Integer("dbHits");

    public long Records => Integer("rows");

    public long PageCacheHits => Integer("pageCacheHits");

    public long PageCacheMisses => Integer("pageCacheMisses");

    public double PageCacheHitRatio => _fields.GetValueOrDefault("pageCacheHitRatio") switch
    {
        double ratio => ratio,
        long ratio => ratio,
        _ => 0,
    };

    public long Time => Integer("time");

    public bool HasPageCacheStats => _fields.ContainsKey("pageCacheHits") || _fields.ContainsKey("pageCacheMisses");

    public new IList<IProfiledPlan> Children { get; } = [.. ChildrenOf(fields).Select(child => new ProfiledPlan(child))];

    public static new ProfiledPlan? Read(object? plan) => plan is Dictionary<string, object> fields ? new ProfiledPlan(fields) : null;

    private long Integer(string name) => _fields.GetValueOrDefault(name) is long value ? value : 0;
}
