namespace LinkGraph.Simulation.Scenarios;

/// <summary>The proxy networks that operators rent, and that sit in honest homes.</summary>
internal sealed record RentalSettings
{
    public required int Networks { get; init; }

    /// <summary>Exits of all networks together, whatever the number of people; 0: as many as there are honest homes among them.</summary>
    public required int Exits { get; init; }

    /// <summary>Honest homes that a network rents out, for each person.</summary>
    public required double HomesPerPerson { get; init; }

    /// <summary>Exits that the intelligence feed knows.</summary>
    public required double Listed { get; init; }

    /// <summary>Exits rented by the day, for each person; 0: there are none.</summary>
    public double DayExitsPerPerson { get; init; }
}
