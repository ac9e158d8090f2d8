using CsCheck;
using LinkGraph.Ingestion.Aggregation;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class PairTableTests
{
    [Fact]
    public void ByFact_AnyUses_AreThoseCountedPlainly() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 5], Gen.Long[0, 1000]).Array[0, 2_000].Array[1, 3].Sample(
            windows =>
            {
                PairTable table = new();
                foreach ((int Account, int Fact, long Ticks)[] uses in windows)
                {
                    foreach ((int account, int fact, long ticks) in uses)
                    {
                        table.Add(account, fact, ticks);
                    }
                    var plain = uses.GroupBy(use => (use.Account, use.Fact)).ToList();
                    int[] order = [5, 4, 3, 2, 1, 0];
                    Assert.Equal(
                        order.SelectMany(fact => plain.Where(pair => pair.Key.Fact == fact)
                            .Select(pair => (pair.Key, pair.Count(), pair.Min(use => use.Ticks), pair.Max(use => use.Ticks)))),
                        table.ByFact(order).ToArray().Select(use => ((use.Account, use.Fact), use.Count, use.First, use.Last)));
                    table.Clear();
                }
            },
            iter: 200);
}
