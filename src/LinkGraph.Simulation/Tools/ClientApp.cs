using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Tools;

/// <summary>A client program that people use the service with.</summary>
/// <param name="Name">What its user agent begins with.</param>
/// <param name="FirstRelease">Unix seconds.</param>
/// <param name="DaysPerRelease">Days from one version to the next.</param>
/// <param name="SystemPrompts">What it puts before its users' words; empty: nothing.</param>
internal sealed record ClientApp(string Name, long FirstRelease, int DaysPerRelease, Template[] SystemPrompts)
{
    /// <summary>The newest version at a time, from 1.</summary>
    public int Version(long time) => Math.Max(1, (int)((time - FirstRelease) / (DaysPerRelease * Calendar.Day)));
}
