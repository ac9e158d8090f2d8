using LinkGraph.TckTests.Ratchets;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Harness;

public sealed class TckReportTests
{
    [Fact]
    public void Write_Findings_CountsPositiveAndNegativeApartAndGroupsReasons()
    {
        var positive = Example.Numbered(4);
        var negative = Example.Of("    Then a TypeError should be raised at runtime: Detail");
        var report = TckReport.Write("a fake",
        [
            new TckFinding(positive[0], TckVerdict.Passed, ""),
            new TckFinding(positive[1], TckVerdict.Failed, "other rows\nthese"),
            new TckFinding(positive[2], TckVerdict.Failed, "other rows\nthose"),
            new TckFinding(positive[3], TckVerdict.Unsupported, "no procedures"),
            new TckFinding(negative, TckVerdict.WrongError, "SyntaxError instead"),
        ]);

        Assert.Equal(
            """
            TCK on a fake: 1 of 5 scenarios passed
                                                passed  failed  other error  unsupported
              positive                               1       2            0            1
              negative                               0       0            1            0
              clauses/test                           1       2            1            1
            Why not, and the first scenario of each:
                 2 × other rows
                     clauses/test/Test1 [2] Return 2
                 1 × SyntaxError instead
                     clauses/test/Test1 [1] A test
                 1 × no procedures
                     clauses/test/Test1 [4] Return 4

            """,
            report,
            ignoreLineEndingDifferences: true);
    }
}
