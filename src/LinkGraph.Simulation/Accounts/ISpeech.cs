using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Output;

namespace LinkGraph.Simulation.Accounts;

/// <summary>What an account says.</summary>
internal interface ISpeech
{
    /// <summary>Writes the next prompt: words, each with a space behind it.</summary>
    void Say(Rng rng, Utf8Buffer into);
}
