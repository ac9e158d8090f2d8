namespace LinkGraph.TckTests.Features;

/// <summary>One scenario of the TCK, or one example of an outline.</summary>
/// <param name="Feature">The file's path under the features, with slashes: <c>clauses/call/Call1.feature</c>.</param>
/// <param name="Name">The scenario's title, placeholders filled in.</param>
/// <param name="Example">The number of the example, from 0 through all tables of the outline; null for a plain scenario.</param>
/// <param name="IsIgnored">The TCK itself marks it with @ignore.</param>
/// <param name="Steps">The background's steps, then its own.</param>
public sealed record TckScenario(string Feature, string Name, int? Example, bool IsIgnored, IReadOnlyList<TckStep> Steps)
{
    private const string Extension = ".feature";

    /// <summary>Names the scenario in the ratchet file and in test results: <c>clauses/call/Call5 [3] The order … #0</c>.</summary>
    public string Id { get; } =
        (Feature.EndsWith(Extension, StringComparison.Ordinal) ? Feature[..^Extension.Length] : Feature)
        + " " + Name + (Example is { } number ? $" #{number}" : "");

    /// <summary>The feature's folder: <c>clauses/call</c>.</summary>
    public string Folder { get; } = Feature.Contains('/', StringComparison.Ordinal) ? Feature[..Feature.LastIndexOf('/')] : "";

    /// <summary>Whether an error is what it asks for.</summary>
    public bool IsNegative { get; } = Steps.Any(step => step is ExpectError);
}
