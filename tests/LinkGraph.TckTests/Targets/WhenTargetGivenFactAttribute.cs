using System.Runtime.CompilerServices;

namespace LinkGraph.TckTests.Targets;

/// <summary>A test that runs over a whole target, for minutes, and so only when LINKGRAPH_TCK_TARGET names one: <c>neo4j</c> for one
/// that is started from the shared folder, or the address of one whose data WILL be deleted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WhenTargetGivenFactAttribute : FactAttribute
{
    public WhenTargetGivenFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Explicit = Target is null;
    }

    /// <summary>What the variable says; null if it says nothing.</summary>
    public static string? Target => Environment.GetEnvironmentVariable("LINKGRAPH_TCK_TARGET") is { Length: > 0 } target ? target : null;
}
