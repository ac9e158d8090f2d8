using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Targets;

/// <summary>The recorded verdicts on Neo4j 5.26: lines of feature, scenario, example, verdict and reason, parted by tabs.</summary>
public static class Neo4jRecord
{
    /// <returns>Verdicts by feature, scenario and number of the example.</returns>
    public static IReadOnlyDictionary<(string Feature, string Scenario, string Example), TckVerdict> Load(string path) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => (cells[0], cells[1], cells[2]),
            cells => cells[3] switch
            {
                "pass" => TckVerdict.Passed,
                "error-lenient" => TckVerdict.WrongError,
                "fail" => TckVerdict.Failed,
                "unsupported-harness" => TckVerdict.Unsupported,
                var other => throw new FormatException($"{path}: the verdict {other} is not known."),
            });
}
