using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation.Operators;

/// <summary>The exits that an operator has at hand.</summary>
internal sealed class ExitPool
{
    private const int AccountsPerSimPool = 400;

    private readonly OperatorStyle _style;
    private readonly uint[] _own;
    private readonly uint[][] _simPools;
    private readonly ProxyNetwork[] _rented;
    private readonly ProxyNetwork _vpn;

    public ExitPool(string tag, int size, OperatorStyle style, Country[] countries, Society society, ProxyNetwork[] resale, Rng rng)
    {
        _style = style;
        var wanted = Math.Max(2, (int)(size * style.OwnExitsPerAccount));
        _own = !style.Exits.Contains(ExitKind.Own) ? []
            : style.OwnBlocks ? [.. society.Space.Blocks((wanted + 253) / 254).SelectMany(Hosts)]
            : society.Space.Scattered(wanted);
        _simPools = Many.Of(Math.Max(1, size / AccountsPerSimPool), () => rng.Pick(rng.Pick(countries).CarrierPools));
        _rented = Many.Of(style.NetworksRented, () => rng.Pick(resale));
        _vpn = rng.Pick(society.Vpns);
        Own = new ProxyNetwork($"px-{Rng.For(society.Seed, tag).Next():x12}"[..11], rng.Pick(Kinds), _own, style.OwnExitsListed, 0.9);
    }

    /// <summary>Its own addresses as an intelligence feed might know them.</summary>
    public ProxyNetwork Own { get; }

    private static string[] Kinds { get; } = ["datacenter", "residential", "relay"];

    /// <summary>The exits of one account.</summary>
    public uint[] Draw(Country country, Rng rng)
    {
        var exits = new List<uint>();
        for (var left = _style.ExitsPerAccount.Whole(rng); left > 0; left--)
            exits.Add(Exit(rng));
        if (rng.Chance(_style.Renting))
        {
            for (var left = rng.Int(1, 3); left > 0; left--)
                exits.Add(rng.Pick(rng.Pick(_rented).Exits));
        }
        if (rng.Chance(_style.CarrierNat))
            exits.Add(rng.Pick(rng.Pick(country.CarrierPools)));
        return [.. exits];
    }

    private uint Exit(Rng rng) => rng.Pick(_style.Exits) switch
    {
        ExitKind.Resale => rng.Pick(rng.Pick(_rented).Exits),
        ExitKind.Mobile => rng.Pick(rng.Pick(_simPools)),
        ExitKind.Vpn => rng.Pick(_vpn.Exits),
        _ => rng.Pick(_own),
    };

    private static IEnumerable<uint> Hosts(uint block) => Enumerable.Range(1, 254).Select(host => block | (uint)host);
}
