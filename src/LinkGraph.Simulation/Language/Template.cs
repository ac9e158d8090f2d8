namespace LinkGraph.Simulation.Language;

/// <summary>The fixed words of a prompt, with slots that are filled in anew each time.</summary>
internal sealed record Template(ushort[] Words)
{
    /// <summary>Stands for a slot.</summary>
    public const ushort Slot = ushort.MaxValue;
}
