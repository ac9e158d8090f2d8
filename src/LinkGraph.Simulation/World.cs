using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Crowds;
using LinkGraph.Simulation.Operators;
using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation;

/// <summary>A world with a plan for every account, in the order in which they are written. Nothing of it changes once it is built.</summary>
internal sealed class World
{
    private const double Companies = 0.003;
    private const double Households = 0.037;

    private readonly List<AccountPlan> _plans = [];
    private readonly ulong _idKey;

    private World(WorldOptions options, Scenario scenario)
    {
        Society = new Society(options, scenario);
        _idKey = Rng.For(options.Seed, "ids").Next();
        var population = new Population(Society);
        AddPeople(population, Rng.For(options.Seed, "people"));
        if (options.Lookalikes ?? scenario.Lookalikes)
        {
            foreach (var crowd in new CrowdMaker(Society, Rng.For(options.Seed, "crowds")).All())
                Add(new Bonded(population, crowd.Bond), crowd.Size);
        }
        HonestAccounts = _plans.Count;
        var honest = new Honest(population, rng => Draw(_plans[(int)rng.Below((ulong)HonestAccounts)]).Account);
        Resale = RentHomes(scenario.Rental, honest, Rng.For(options.Seed, "rental"));
        Operations = AddOperators(options, scenario, honest, Rng.For(options.Seed, "operators"));
        Plans = [.. _plans];
        Rng.For(options.Seed, "order").Shuffle(Plans);
    }

    public Society Society { get; }

    /// <summary>All accounts, in no telling order.</summary>
    public AccountPlan[] Plans { get; }

    /// <summary>Accounts of people, those in crowds included.</summary>
    public int HonestAccounts { get; }

    /// <summary>Networks that rent out honest homes.</summary>
    public ProxyNetwork[] Resale { get; }

    public Operation[] Operations { get; }

    public static World Build(WorldOptions options, Scenario scenario) => new(options, scenario);

    /// <summary>The account with its habits, and the generator that goes on with what it does.</summary>
    public (Account Account, Rng Rng) Draw(in AccountPlan plan)
    {
        var rng = Rng.For(Society.Seed, "account", plan.Number);
        return (plan.Members.Draw(plan, rng), rng);
    }

    /// <summary>What the account's id is made of: one to one, so that no two are alike, and telling nothing of what the account is.</summary>
    public ulong IdOf(in AccountPlan plan) => Rng.Mix(_idKey + ((ulong)plan.Number * 0xD1342543DE82EF95));

    private void Add(IMembers members, int count)
    {
        for (var i = 0; i < count; i++)
            _plans.Add(new AccountPlan(members, i, _plans.Count));
    }

    private void AddPeople(Population population, Rng rng)
    {
        while (_plans.Count < Society.People)
        {
            var kind = rng.Unit();
            if (kind >= Companies + Households)
            {
                Add(population, 1);
                continue;
            }
            var (size, bond) = kind < Companies ? Company.Draw(Society, rng) : Household.Draw(Society, rng);
            Add(new Bonded(population, bond), Math.Min(size, Society.People - _plans.Count));
        }
    }

    private ProxyNetwork[] RentHomes(RentalSettings settings, Honest honest, Rng rng)
    {
        var homes = Math.Max(4 * settings.Networks, (int)(Society.People * settings.HomesPerPerson));
        var exits = new List<uint>();
        for (var i = 0; i < homes && (settings.Exits == 0 || i < settings.Exits); i++)
            exits.Add(honest.Home(rng).At(rng.Time(Society.Calendar.Start, Society.Calendar.End)));
        exits.AddRange(Society.Space.Scattered(Math.Max(0, settings.Exits - exits.Count)));
        var shuffled = exits.ToArray();
        rng.Shuffle(shuffled);
        var networks = new ProxyNetwork[settings.Networks];
        for (var i = 0; i < networks.Length; i++)
        {
            var own = shuffled.Where((_, at) => at % networks.Length == i).Distinct().ToArray();
            networks[i] = new ProxyNetwork($"resale-{i + 1}", "residential", own, settings.Listed, 0.6);
        }
        return networks;
    }

    private Operation[] AddOperators(WorldOptions options, Scenario scenario, Honest honest, Rng rng)
    {
        var scale = options.Scale
            * (scenario.OperatorsShrinkBelow == 0 ? 1 : Math.Min(1, (double)options.People / scenario.OperatorsShrinkBelow));
        var operations = new List<Operation>();
        foreach (var kind in scenario.Operators)
        {
            for (var i = 0; i < kind.Count; i++)
            {
                var size = kind.SizeSigma > 0 ? rng.LogNormal(kind.Size.Low, kind.SizeSigma) : rng.In(kind.Size);
                var accounts = Math.Clamp((int)((size * scale) + 0.5), 6, 20_000);
                var style = OperatorStyle.Draw(kind, options.Covert, rng);
                var operation = new Operation(operations.Count + 1, accounts, style, Society, honest, Resale, rng);
                operations.Add(operation);
                Add(operation, accounts);
            }
        }
        return [.. operations];
    }
}
