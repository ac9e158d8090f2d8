using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Tools;

/// <summary>Which models an account asks: its favourite among the old ones, and from some day on mostly the new one.</summary>
/// <param name="Favourite">Index among the models there were at the start.</param>
/// <param name="MovesAt">When it turns to the model released in the middle of the world, in Unix seconds.</param>
/// <param name="Loyalty">How much of its traffic goes to the model it prefers.</param>
internal readonly record struct ModelUse(int Favourite, long MovesAt, double Loyalty)
{
    public int At(long time, Rng rng)
    {
        if (rng.Chance(Loyalty))
            return time >= MovesAt ? ModelCatalog.Newest : Favourite;
        return rng.Int(0, ModelCatalog.Newest - 1);
    }
}
