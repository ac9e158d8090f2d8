using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation;

/// <summary>Which world to make. The same options make the same records on every machine, whatever <see cref="Threads"/> is.</summary>
public sealed record WorldOptions
{
    /// <summary>Fewest and most people that a world can have.</summary>
    public const int LeastPeople = 100, MostPeople = 5_000_000;

    /// <summary>Largest <see cref="Scale"/>.</summary>
    public const double LargestScale = 20;

    /// <summary>The kinds of world, by name, with a sentence on each.</summary>
    public static IReadOnlyList<(string Name, string Description)> Scenarios { get; } =
        [.. ScenarioCatalog.All.Select(s => (s.Name, s.Description))];

    /// <summary>One of <see cref="Scenarios"/>.</summary>
    public string Scenario { get; init; } = "streets";

    /// <summary>Honest people, households and companies included; crowds come on top.</summary>
    public int People { get; init; } = 20_000;

    /// <summary>Another seed is another world of the same kind.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Multiplies the operators' sizes (not below 6 or above 20,000 accounts).</summary>
    public double Scale { get; init; } = 1;

    /// <summary>True: the operators' issuers, clients and mail domains are those of honest people, so that these tell nothing.</summary>
    public bool Covert { get; init; }

    /// <summary>Whether there are honest crowds that look like operators: courses, hackathons, agencies, viral templates, plugins, vouchers, events. Null: as the scenario has it.</summary>
    public bool? Lookalikes { get; init; }

    /// <summary>True: every exchange of busy accounts is written; false: they are thinned out. Null: as the scenario has it.</summary>
    public bool? FullVolume { get; init; }

    /// <summary>In which order exchanges are written.</summary>
    public ExchangeOrder Order { get; init; }

    /// <summary>True: every prompt is empty.</summary>
    public bool NoPrompts { get; init; }

    /// <summary>True: no account and no card has a country.</summary>
    public bool NoCountries { get; init; }

    /// <summary>True: there are no payment methods.</summary>
    public bool NoCards { get; init; }

    /// <summary>True: half of the proxy networks that would be known are not.</summary>
    public bool HalfProxies { get; init; }

    /// <summary>True: the NDJSON files are compressed (<c>.ndjson.gz</c>); the compressed bytes may differ between versions of .NET, the records do not.</summary>
    public bool Compress { get; init; }

    /// <summary>True: a world that is in the folder already is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Threads that make records; 0: as many as there are processors.</summary>
    public int Threads { get; init; }

    /// <summary>What is wrong with these options, a sentence each; empty: nothing.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (ScenarioCatalog.Find(Scenario) is null)
            errors.Add($"There is no scenario \"{Scenario}\"; choose one of {string.Join(", ", Scenarios.Select(s => s.Name))}.");
        if (People is < LeastPeople or > MostPeople)
            errors.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The number of people must be from {LeastPeople:N0} to {MostPeople:N0}, not {People:N0}."));
        if (!(Scale > 0 && Scale <= LargestScale))
            errors.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The scale of the operators must be above 0 and at most {LargestScale}, not {Scale}."));
        if (Threads is < 0 or > 256)
            errors.Add("The number of threads must be from 0 (all processors) to 256.");
        if (!Enum.IsDefined(Order))
            errors.Add("The order of exchanges must be by account or by time.");
        return errors;
    }
}
