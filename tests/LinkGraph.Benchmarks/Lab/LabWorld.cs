using LinkGraph.Simulation;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>A line of the matrix: one world, made for several seeds and judged with several kinds of data missing.</summary>
internal sealed record LabWorld
{
    /// <summary>Unique in the matrix; a world of it is <c>NAME-sSEED</c> in the cache.</summary>
    public required string Name { get; init; }

    /// <summary>The table it is shown in.</summary>
    public required string Kind { get; init; }

    /// <summary>Made by our generator with these options; one of the three must be there.</summary>
    public WorldOptions? Generate { get; init; }

    /// <summary>Made by a program, with <c>{out}</c> and <c>{seed}</c> filled in.</summary>
    public string? Command { get; init; }

    /// <summary>There already: real data. Nothing of it is deleted.</summary>
    public string? Folder { get; init; }

    public IReadOnlyList<ulong> Seeds { get; init; } = [1];

    /// <summary>Names of <see cref="Quality.Variant"/>s.</summary>
    public IReadOnlyList<string> Variants { get; init; } = ["full"];

    /// <summary>True where no setting may be chosen by it.</summary>
    public bool HeldBack { get; init; }
}
