using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.People;

/// <summary>Where a person is seen whom the service never sees at home: with the others, else on the phone; without one, nowhere.</summary>
internal sealed record NoHome(Bond Bond, uint[] Phone) : IWhereabouts
{
    public uint At(long time, Rng rng)
    {
        if (Bond.Addresses.Length > 0 && rng.Chance(Bond.There))
            return rng.Pick(Bond.Addresses);
        return Phone.Length > 0 ? rng.Pick(Phone) : 0;
    }
}
