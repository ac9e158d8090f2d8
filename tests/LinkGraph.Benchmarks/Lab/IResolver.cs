using LinkGraph.Benchmarks.Quality;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>Something that assigns accounts to operators.</summary>
internal interface IResolver
{
    string Name { get; }

    /// <summary>True where it reads records; false: evidence is enough.</summary>
    bool NeedsRecords { get; }

    /// <exception cref="LabException">It failed; the message says how.</exception>
    Task<Resolved> ResolveAsync(DirectoryInfo records, WorldInMemory world, Variant variant, CancellationToken cancellationToken);
}

/// <summary>What a resolver found.</summary>
/// <param name="Assignments">Account to operator.</param>
/// <param name="Time">What it took; with reading where it reads records.</param>
/// <param name="Megabytes">Peak memory.</param>
internal sealed record Resolved(IReadOnlyDictionary<string, string> Assignments, TimeSpan Time, long Megabytes);
