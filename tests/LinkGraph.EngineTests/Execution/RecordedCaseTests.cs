namespace LinkGraph.EngineTests.Execution;

/// <summary>Queries whose answers were taken from Neo4j 5.26.30.</summary>
public sealed class RecordedCaseTests
{
    [Theory]
    [InlineData("Batches.txt")]
    [InlineData("Walks.txt")]
    [InlineData("Clauses.txt")]
    [InlineData("Mixed.txt")]
    [InlineData("Fuzzed.txt")]
    public async Task Run_RecordedCases_AnswersAsNeo4jDid(string resource)
    {
        var wrong = new List<string>();
        var cases = RecordedCase.Read(resource);
        foreach (var recorded in cases)
        {
            using var engine = new Engine();
            foreach (var setup in recorded.Setup)
            {
                Assert.DoesNotContain(await engine.RunAsync(setup), l => l.StartsWith('!'));
            }

            foreach (var (query, expected) in recorded.Queries)
            {
                var actual = await engine.RunAsync(query);
                if (expected is [['!', ..] error] ? actual is not [var first, ..] || first != error : !expected.SequenceEqual(actual))
                {
                    wrong.Add($"{recorded.Name}: {query}\n  expected {string.Join("\n           ", expected)}\n  but was  {string.Join("\n           ", actual)}");
                }
            }
        }

        Assert.NotEmpty(cases);
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ:\n{string.Join('\n', wrong)}");
    }
}
