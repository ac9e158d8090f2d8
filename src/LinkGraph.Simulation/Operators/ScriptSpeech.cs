using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Output;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Operators;

/// <summary>What an operator's account says: templates, edited a little or a lot, and innocent traffic between them.</summary>
/// <param name="Society">Whose words and library it uses.</param>
/// <param name="Tasks">The account's share of the operator's templates.</param>
/// <param name="Private">A task that only this account has, as cover; null: the cover is all chat.</param>
/// <param name="Wrap">The client whose system prompts go before its templates; null: none.</param>
/// <param name="Edit">Words of a template that each use replaces, 0 to 1.</param>
/// <param name="Cover">Innocent traffic, 0 to 1.</param>
internal sealed record ScriptSpeech(Society Society, Template[] Tasks, Template? Private, ClientApp? Wrap, double Edit, double Cover) : ISpeech
{
    public void Say(Rng rng, Utf8Buffer into)
    {
        if (rng.Chance(Cover))
        {
            CoverUp(rng, into);
            return;
        }
        if (Wrap is not null)
            Society.Vocabulary.Fill(rng.Pick(Wrap.SystemPrompts), 0, rng, into);
        Society.Vocabulary.Fill(rng.Pick(Tasks), Edit, rng, into);
    }

    private void CoverUp(Rng rng, Utf8Buffer into)
    {
        var kind = Private is null ? 1 : rng.Unit();
        if (kind < 0.5)
            Society.Vocabulary.Fill(Society.LibraryPrompt(rng), 0.01, rng, into);
        else if (kind < 0.7)
            Society.Vocabulary.Fill(Private!, 0.02, rng, into);
        else
            Society.Vocabulary.Chat(rng, into);
    }
}
