using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Language;
using LinkGraph.Simulation.Output;
using LinkGraph.Simulation.Scenarios;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.People;

/// <summary>What a person says: the crowd's templates, chat behind the client's system prompt, own tasks, the library, free chat.</summary>
internal sealed record PersonSpeech(
    Vocabulary Vocabulary, PeopleSettings Settings, Bond Bond, ClientApp Client, Template[] Own, Template[] Library) : ISpeech
{
    private const double BehindSystemPrompt = 0.6;
    private const double CrowdEdit = 0.035;
    private const double OwnEdit = 0.02;
    private const double LibraryEdit = 0.01;

    public void Say(Rng rng, Utf8Buffer into)
    {
        if (Bond.Tasks.Length > 0 && rng.Chance(Bond.Share))
        {
            Vocabulary.Fill(rng.Pick(Bond.Tasks), CrowdEdit, rng, into);
        }
        else if (Client.SystemPrompts.Length > 0 && rng.Chance(BehindSystemPrompt))
        {
            Vocabulary.Fill(rng.Pick(Client.SystemPrompts), 0, rng, into);
            Vocabulary.Chat(rng, into);
        }
        else if (Own.Length > 0 && rng.Chance(Settings.OwnTaskUse))
        {
            Vocabulary.Fill(rng.Pick(Own), OwnEdit, rng, into);
        }
        else if (Library.Length > 0 && rng.Chance(Settings.LibraryUse))
        {
            Vocabulary.Fill(rng.Pick(Library), LibraryEdit, rng, into);
        }
        else
        {
            Vocabulary.Chat(rng, into);
        }
    }
}
