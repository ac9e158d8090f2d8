using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Output;
using LinkGraph.Simulation.Places;

namespace LinkGraph.UnitTests.Simulation;

public sealed class ChanceTests
{
    [Fact]
    public void Next_KnownSeed_IsXoshiro256StarStarSeededBySplitMix64()
    {
        // splitmix64 from 0 begins with these: they are the state of xoshiro256** seeded with 0
        ulong[] state = [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC];
        var rng = new Rng(0);

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(ulong.RotateLeft(state[1] * 5, 7) * 9, rng.Next());
            var t = state[1] << 17;
            state[2] ^= state[0];
            state[3] ^= state[1];
            state[1] ^= state[2];
            state[0] ^= state[3];
            state[2] ^= t;
            state[3] = ulong.RotateLeft(state[3], 45);
        }
    }

    [Fact]
    public void For_OtherTopicOrNumber_IsAnotherStream()
    {
        var streams = from seed in new ulong[] { 1, 2 } from topic in new[] { "a", "b" } from number in new long[] { 0, 1, 2 } select Rng.For(seed, topic, number).Next();

        Assert.Equal(12, streams.Distinct().Count());
    }

    [Theory]
    [InlineData(-30.5)]
    [InlineData(-0.2)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11.7)]
    public void Exp_AgreesWithTheLibrary(double x) => Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-13);

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.999)]
    [InlineData(65_535)]
    public void Log_AgreesWithTheLibrary(double x) => Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-13);

    [Fact]
    public void Gauss_ManyDraws_HaveMeanZeroAndVarianceOne()
    {
        var rng = new Rng(3);
        var draws = Enumerable.Range(0, 100_000).Select(_ => rng.Gauss()).ToArray();

        Assert.InRange(draws.Average(), -0.015, 0.015);
        Assert.InRange(draws.Average(x => x * x), 0.98, 1.02);
        Assert.InRange(draws.Average(x => Math.Abs(x) < 1 ? 1.0 : 0), 0.67, 0.70);
    }

    [Fact]
    public void Int_ManyDraws_CoverBothEndsEvenly()
    {
        var rng = new Rng(4);
        var counts = Enumerable.Range(0, 60_000).Select(_ => rng.Int(-2, 3)).CountBy(x => x).ToDictionary();

        Assert.Equal([-2, -1, 0, 1, 2, 3], counts.Keys.Order());
        Assert.All(counts.Values, c => Assert.InRange(c, 9_600, 10_400));
    }

    [Fact]
    public void Skew_Draws_FollowZipf()
    {
        var rng = new Rng(5);
        var skew = new Skew(100, bits: 16);
        var counts = Enumerable.Range(0, 200_000).Select(_ => skew.Index(rng)).CountBy(x => x).ToDictionary();

        Assert.True(counts[0] > 1.5 * counts[1] && counts[1] > counts[3] && counts[3] > counts[15]);
        Assert.Equal(99, counts.Keys.Max());
        Assert.InRange(counts[0] / 200_000.0, 0.14, 0.16);     // log 2 / log 101
    }

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(951_782_399, "2000-02-28T23:59:59Z")]
    [InlineData(951_782_400, "2000-02-29T00:00:00Z")]
    [InlineData(1_772_323_200, "2026-03-01T00:00:00Z")]
    [InlineData(4_107_542_399, "2100-02-28T23:59:59Z")]
    public void AppendTime_Seconds_AreRfc3339(long seconds, string expected)
    {
        var buffer = new Utf8Buffer();

        buffer.AppendTime(seconds);

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(buffer.Written.Span));
    }

    [Fact]
    public void Block_HandedOut_IsPublicAndNeverTwice()
    {
        var space = new AddressSpace(new Rng(6));

        var blocks = space.Blocks(300_000);

        Assert.Equal(blocks.Length, blocks.Distinct().Count());
        Assert.DoesNotContain(blocks, b => b >> 24 is 0 or 10 or 100 or 127 or 169 or 172 or 192 or 198 or 203 or >= 224);
        Assert.All(blocks, b => Assert.Equal(0u, b & 255));
    }

    [Fact]
    public void At_Home_StaysForItsPeriodThenMoves()
    {
        var home = new Home(new Provider(new AddressSpace(new Rng(7)).Blocks(50)), 12_345, 30 * Calendar.Day);
        var addresses = Enumerable.Range(0, 300).Select(day => home.At(1_700_000_000 + (day * Calendar.Day))).ToArray();

        Assert.InRange(addresses.Distinct().Count(), 9, 11);
        Assert.Single(new Home(home.Provider, 1, 0) is var still ? Enumerable.Range(0, 300).Select(d => still.At(d * Calendar.Day)).Distinct() : []);
    }
}
