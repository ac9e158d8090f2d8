using LinkGraph.Simulation;

namespace LinkGraph.UnitTests.Simulation;

/// <summary>Neither ids nor places in a file tell who is who.</summary>
public sealed class AnonymityTests : IAsyncLifetime
{
    private GeneratedWorld _world = null!;

    public async ValueTask InitializeAsync() =>
        _world = await GeneratedWorld.CreateAsync(new WorldOptions { Scenario = "small", People = 3_000, Scale = 3, Seed = 17 });

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Position_InTheFiles_TellsNothing()
    {
        AssertNoOrder([.. _world.Accounts.Select(a => a.Id)]);
        AssertNoOrder([.. _world.Exchanges.Select(e => e.AccountId).Distinct()]);
        AssertNoOrder([.. _world.Payments.Select(p => p.AccountId).Distinct()]);
        AssertNoOrder([.. File.ReadLines(Path.Combine(_world.Folder, "truth.csv")).Skip(1).Select(l => l.Split(',')[0])]);
    }

    [Fact]
    public void Id_Order_TellsNothing() => AssertNoOrder([.. _world.Accounts.Select(a => a.Id).Order(StringComparer.Ordinal)]);

    [Fact]
    public void Id_Letters_TellNothing()
    {
        // each hexadecimal digit at each place: as often among fakes as among people, by chi-squared with 15 degrees of freedom
        var fakes = _world.Fakes();
        for (var place = 5; place < 21; place++)
        {
            var counts = new double[2, 16];
            foreach (var account in _world.Accounts)
                counts[fakes.Contains(account.Id) ? 1 : 0, Convert.ToInt32(account.Id[place].ToString(), 16)]++;
            double chi = 0, share = fakes.Count / (double)_world.Accounts.Length;
            for (var digit = 0; digit < 16; digit++)
            {
                var all = counts[0, digit] + counts[1, digit];
                chi += Math.Pow(counts[1, digit] - (all * share), 2) / (all * share) + Math.Pow(counts[0, digit] - (all * (1 - share)), 2) / (all * (1 - share));
            }
            Assert.InRange(chi, 1, 50);
        }
    }

    // mean rank of the fakes, and how often two neighbours are both fakes: within four standard deviations of chance
    private void AssertNoOrder(string[] order)
    {
        var fakes = _world.Fakes();
        double n = order.Length, k = order.Count(fakes.Contains), p = k / n;
        Assert.True(k > 300);
        var mean = order.Select((id, rank) => (id, rank)).Where(x => fakes.Contains(x.id)).Average(x => x.rank);
        Assert.InRange((mean - ((n - 1) / 2)) / Math.Sqrt((n + 1) * (n - k) / (12 * k)), -4, 4);
        var neighbours = Enumerable.Range(1, order.Length - 1).Count(i => fakes.Contains(order[i]) && fakes.Contains(order[i - 1]));
        Assert.InRange((neighbours - (n * p * p)) / Math.Sqrt(n * p * p), -4, 4);
    }
}
