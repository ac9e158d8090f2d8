using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.UnitTests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public void Evaluate_PerfectClusters_GivesOneEverywhere()
    {
        var report = Judge("a:r1* b:r1* c:r2* d:r2* e:p1 f:p2", "a=1 b=1 c=2 d=2");

        Assert.Equal(new Agreement(1, 1, 1), report.Pairwise);
        Assert.Equal(new Agreement(1, 1, 1), report.BCubed);
        Assert.Equal(new Agreement(1, 1, 1), report.OperatorBCubed);
        Assert.Equal(new OperatorFigures(2, 2, 4, 0, 1, 1), report.Operators);
        Assert.Equal(new HonestFigures(2, 0, 0, 0, 0, 0, 0), report.Honest);
    }

    [Fact]
    public void Evaluate_NothingAssigned_HasNoRecallOfPairsAndSingletonsForBCubed()
    {
        var report = Judge("a:r1* b:r1* c:r1* d:r1* e:p1", "");

        Assert.Equal(new Agreement(0, 0, 0), report.Pairwise);
        Assert.Equal(1, report.BCubed.Precision);
        Assert.Equal((4 * 0.25 + 1) / 5, report.BCubed.Recall, 12);
        Assert.Equal(0.25, report.OperatorBCubed.Recall, 12);
        Assert.Equal(0.25, report.Operators.MeanRecall);
        Assert.Equal(1, report.Operators.MeanPurity);
        Assert.Equal(0, report.Operators.Found);
    }

    [Fact]
    public void Evaluate_SplitAndMixedOperator_GivesFiguresCountedByHand()
    {
        // r1 has six fakes: five with an honest account in cluster 1, one alone. Two strangers are merged in cluster 2.
        var report = Judge("a:r1* b:r1* c:r1* d:r1* e:r1* f:r1* g:p1 h:p2 i:p3 j:p4", "a=1 b=1 c=1 d=1 e=1 g=1 h=2 i=2");

        Assert.Equal(10.0 / 16, report.Pairwise.Precision, 12);     // pairs of 6 and of 2 clustered, 10 of them true
        Assert.Equal(10.0 / 15, report.Pairwise.Recall, 12);
        Assert.Equal((5 * (5.0 / 6) + 1 + 1.0 / 6 + 0.5 + 0.5 + 1) / 10, report.BCubed.Precision, 12);
        Assert.Equal((5 * (5.0 / 6) + 1.0 / 6 + 4) / 10, report.BCubed.Recall, 12);
        Assert.Equal((5 * (5.0 / 6) + 1) / 6, report.OperatorBCubed.Precision, 12);
        Assert.Equal((5 * (5.0 / 6) + 1.0 / 6) / 6, report.OperatorBCubed.Recall, 12);
        Assert.Equal(new OperatorFigures(1, 1, 6, 5, 5.0 / 6, 5.0 / 6), report.Operators);
        Assert.Equal(new HonestFigures(4, 1, 25_000, 1, 3, 75_000, 2), report.Honest);
    }

    [Fact]
    public void Evaluate_FourFakesWithHonest_MergesButDoesNotAbsorb()
    {
        var report = Judge("a:r1* b:r1* c:r1* d:r1* e:p1", "a=1 b=1 c=1 d=1 e=1");

        Assert.Equal(0, report.Honest.Absorbed);
        Assert.Equal(1, report.Honest.Merged);
        Assert.Equal(0, report.Operators.Caught);
    }

    [Fact]
    public void Evaluate_HonestHouseholdTogether_IsNotMerged()
    {
        var report = Judge("a:h1 b:h1 c:p1", "a=1 b=1");

        Assert.Equal(0, report.Honest.Merged);
        Assert.Equal(new SizeBand("2-5", 1, 1, 1, 1, 1), report.Sizes[0]);
    }

    [Fact]
    public void Evaluate_UnjudgedAccountsInACluster_CountNowhere()
    {
        var without = Judge("a:r1* b:r1* c:p1", "a=1 b=1");
        var with = Judge("a:r1* b:r1* c:p1", "a=1 b=1 x=1 y=1 z=2");

        Assert.Equivalent(without, with, strict: true);
    }

    [Fact]
    public void Evaluate_OperatorInTwoEqualHalves_IsFoundWhereHalfIsEnough()
    {
        var report = Judge("a:r1* b:r1* c:r1* d:r1*", "a=1 b=1 c=2 d=2");

        Assert.Equal(1, report.Operators.Found);
        Assert.Equal(0.5, report.Operators.MeanRecall);
    }

    [Fact]
    public void Evaluate_OperatorDrownedInAnother_IsNotFound()
    {
        var report = Judge("a:r1* b:r2* c:r2* d:r2*", "a=1 b=1 c=1 d=1");

        Assert.Equal(1, report.Operators.Found);
        Assert.Equal(1, report.Operators.MeanRecall);
        Assert.Equal((0.25 + 0.75) / 2, report.Operators.MeanPurity);
    }

    [Theory]
    [InlineData(2, "2-5")]
    [InlineData(5, "2-5")]
    [InlineData(6, "6-20")]
    [InlineData(20, "6-20")]
    [InlineData(21, "21-100")]
    [InlineData(100, "21-100")]
    [InlineData(101, "101-1,000")]
    [InlineData(1_000, "101-1,000")]
    [InlineData(1_001, "more")]
    public void Evaluate_EntityOfSize_FallsIntoItsBandAlone(int size, string band)
    {
        var truth = Enumerable.Range(0, size).Select(i => new TruthRow($"a{i}", "r", "r")).ToList();
        var assignments = truth.Skip(1).ToDictionary(t => t.Account, _ => "1");

        var report = Evaluator.Evaluate(truth, assignments);

        var filled = Assert.Single(report.Sizes, b => b.Entities > 0);
        Assert.Equal(band, filled.Name);
        Assert.Equal(Math.Max(1, size - 1.0) / size, filled.Recall, 12);
        Assert.Equal(1, filled.Purity);
        Assert.Equal(1, filled.Found);
        Assert.Equal(0, filled.Exact);
    }

    [Theory]
    [InlineData("a=1 b=1 c=1", 1, 1)]               // half of it, and of the cluster: found
    [InlineData("a=1 b=1", 0, 1)]                   // two of six
    [InlineData("a=1 b=1 c=1 x=1 y=1 z=1 w=1", 0, 0.4286)]
    public void Evaluate_Band_CountsOperatorsThatAreHalfOfTheirBestCluster(string assignments, int found, double purity)
    {
        var report = Judge("a:r1* b:r1* c:r1* d:r1* e:r1* f:r1* x:p1 y:p2 z:p3 w:p4", assignments);

        var band = Assert.Single(report.Sizes, b => b.Entities > 0);
        Assert.Equal(found, band.Found);
        Assert.Equal(found, report.Operators.Found);
        Assert.Equal(purity, band.Purity, 4);
    }

    [Fact]
    public void Evaluate_AccountTwiceInTheTruth_Throws()
    {
        var exception = Assert.Throws<ArgumentException>(() => Judge("a:r1* a:p1", ""));
        Assert.Contains("'a'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_EmptyTruth_GivesZeros()
    {
        var report = Judge("", "a=1");

        Assert.Equal(0, report.Accounts);
        Assert.Equal(new Agreement(0, 0, 0), report.BCubed);
        Assert.Null(report.Intervals);
    }

    /// <summary>Truth as <c>account:entity</c>, a star after fakes; assignments as <c>account=operator</c>.</summary>
    internal static EvaluationReport Judge(string truth, string assignments, EvaluationOptions? options = null)
    {
        var rows = truth.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => t.TrimEnd('*').Split(':') is var p && t.EndsWith('*')
            ? new TruthRow(p[0], p[1], p[1])
            : new TruthRow(p[0], p[1], null));
        var assigned = assignments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('='));
        return Evaluator.Evaluate([.. rows], assigned.ToDictionary(p => p[0], p => p[1]), options);
    }
}
