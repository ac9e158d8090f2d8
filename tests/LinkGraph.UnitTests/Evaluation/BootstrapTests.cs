using LinkGraph.Resolution.Evaluation;

namespace LinkGraph.UnitTests.Evaluation;

public sealed class BootstrapTests
{
    private const string Truth = "a:r1* b:r1* c:r1* d:r2* e:r2* f:r2* g:r3* h:r3* i:p1 j:p2";
    private const string Assigned = "a=1 b=1 c=1 d=2 e=2 g=3 i=3";

    [Fact]
    public void Evaluate_SameSeed_GivesSameIntervals() =>
        Assert.Equal(EvaluatorTests.Judge(Truth, Assigned).Intervals, EvaluatorTests.Judge(Truth, Assigned).Intervals);

    [Fact]
    public void Evaluate_OperatorsAlike_GivesIntervalsOfNoWidthAtTheFigures()
    {
        var report = EvaluatorTests.Judge("a:r1* b:r1* c:r1* d:r2* e:r2* f:r2* g:p1", "a=1 b=1 d=2 e=2");

        var intervals = Assert.IsType<Intervals>(report.Intervals);
        Assert.Equal(report.Pairwise.F1, intervals.PairwiseF1.Low, 12);
        Assert.Equal(report.Pairwise.F1, intervals.PairwiseF1.High, 12);
        Assert.Equal(report.BCubed.F1, intervals.BCubedF1.Low, 12);
        Assert.Equal(report.OperatorBCubed.F1, intervals.OperatorBCubedF1.High, 12);
        Assert.Equal(report.Operators.MeanRecall, intervals.MeanRecall.Low, 12);
    }

    [Fact]
    public void Evaluate_OperatorsUnlike_GivesIntervalsAroundTheFigures()
    {
        var report = EvaluatorTests.Judge(Truth, Assigned);

        var intervals = Assert.IsType<Intervals>(report.Intervals);
        Assert.InRange(report.Pairwise.F1, intervals.PairwiseF1.Low, intervals.PairwiseF1.High);
        Assert.True(intervals.PairwiseF1.Low < intervals.PairwiseF1.High);
        Assert.Equal(new Interval(0.5, 1), intervals.MeanRecall);           // three times r3 (half found) to three times r1
    }

    [Fact]
    public void Evaluate_HonestAccountAbsorbedByTwoOperators_IsSharedAmongThem()
    {
        // One cluster: r1 with 3 fakes, r2 with 2, one honest account. Twice r2 absorbs 4/5 of an account, twice r1 6/5.
        var report = EvaluatorTests.Judge("a:r1* b:r1* c:r1* d:r2* e:r2* f:p1", "a=1 b=1 c=1 d=1 e=1 f=1");

        var absorbed = Assert.IsType<Intervals>(report.Intervals).Absorbed;
        Assert.Equal(0.8, absorbed.Low, 12);
        Assert.Equal(1.2, absorbed.High, 12);
    }

    [Fact]
    public void Evaluate_NoSamples_LeavesIntervalsOut() =>
        Assert.Null(EvaluatorTests.Judge(Truth, Assigned, new EvaluationOptions { BootstrapSamples = 0 }).Intervals);
}
