using LinkGraph.Benchmarks.Quality;
using LinkGraph.Resolution;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>The resolution of this build, in this process, from evidence.</summary>
internal sealed class OurResolver : IResolver
{
    public string Name => "linkgraph";

    public bool NeedsRecords => false;

    public Task<Resolved> ResolveAsync(DirectoryInfo records, WorldInMemory world, Variant variant, CancellationToken cancellationToken)
    {
        var evidence = variant.Of(world.Evidence);
        PeakMemory.Reset();
        long started = TimeProvider.System.GetTimestamp();
        var resolution = new Resolver().Resolve(evidence, cancellationToken: cancellationToken);
        var time = TimeProvider.System.GetElapsedTime(started);
        var assignments = resolution.Operators.SelectMany(o => o.Members.Select(m => (m.Account, o.Id)))
            .ToDictionary(a => a.Account, a => a.Id, StringComparer.Ordinal);
        return Task.FromResult(new Resolved(assignments, time, PeakMemory.Megabytes()));
    }
}
