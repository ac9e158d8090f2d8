namespace Neo4j.Driver;

/// <summary>How the server ran a query, with the work of every operator.</summary>
public interface IProfiledPlan : IPlan
{
    long DbHits { get; }

    long Records { get; }

    long PageCacheHits { get; }

    long PageCacheMisses { get; }

    double PageCacheHitRatio { get; }

    /// <summary>In nanoseconds.</summary>
    long Time { get; }

    /// <summary>Whether the figures of the page cache and of time were sent.</summary>
    bool HasPageCacheStats { get; }

    new IList<IProfiledPlan> Children { get; }
}
