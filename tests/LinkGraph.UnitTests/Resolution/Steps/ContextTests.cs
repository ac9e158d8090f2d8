namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class ContextTests
{
    [Fact]
    public void Build_MissingCountry_IsTheOneWhoseBlocksAreUsed()
    {
        var evidence = new EvidenceBuilder();
        for (var i = 0; i < 20; i++)
        {
            evidence.Has($"x{i:d2}", "country", "X").Has($"x{i:d2}", "address", $"1.0.0.{i}", 3);
            evidence.Has($"y{i:d2}", "country", "Y").Has($"y{i:d2}", "address", $"2.0.0.{i}", 3);
        }

        evidence.Has("unknown", "address", "2.0.0.99", 5).Has("unknown", "address", "1.0.0.99", 2).Has("nowhere", "address", "9.9.9.9", 3);
        var steps = new StepFixture(evidence.Build());
        Assert.Equal(steps.Context.Country[steps.Number("y00")], steps.Context.Country[steps.Number("unknown")]);
        Assert.Equal(0, steps.Context.Country[steps.Number("nowhere")]);
        Assert.Equal([1, 20, 21], steps.Context.People);
    }

    [Fact]
    public void Build_Native_IsHighAtHomeAndLowAbroad()
    {
        var evidence = new EvidenceBuilder();
        for (var i = 0; i < 50; i++)
        {
            evidence.Has($"x{i:d2}", "country", "X").Has($"x{i:d2}", "address", $"1.0.0.{i}", 3);
            evidence.Has($"y{i:d2}", "country", "Y").Has($"y{i:d2}", "address", $"2.0.0.{i}", 3);
        }

        evidence.Has("abroad", "country", "X").Has("abroad", "address", "2.0.0.200", 3);
        var steps = new StepFixture(evidence.Build());
        Assert.Equal(1, steps.Context.Native[steps.Number("x00")], 3);
        Assert.True(steps.Context.Native[steps.Number("abroad")] < 0.1);
    }

    [Fact]
    public void Build_WhoNeverComesBack_HasNoHomeToShow()
    {
        var evidence = new EvidenceBuilder();
        for (var i = 0; i < 50; i++)
        {
            evidence.Has($"x{i:d2}", "address", $"1.0.{i}.1", 6);
        }

        for (var k = 0; k < 6; k++)
        {
            evidence.Has("rover", "address", $"1.1.{k}.1");
        }

        var steps = new StepFixture(evidence.Build());
        Assert.Equal(1, steps.Context.Native[steps.Number("x00")], 3);
        Assert.Equal(0, steps.Context.Native[steps.Number("rover")], 3);
    }
}
