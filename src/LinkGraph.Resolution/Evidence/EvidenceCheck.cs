using LinkGraph.Model.Evidence;

namespace LinkGraph.Resolution.Evidence;

/// <summary>Holds an evidence set to its contract, so that a fault in reading shows here and not as a strange operator.</summary>
internal static class EvidenceCheck
{
    /// <exception cref="ArgumentException">The evidence breaks its contract; the message says where.</exception>
    public static void Check(EvidenceSet evidence)
    {
        Sorted(evidence.AccountIds, "accounts");
        var accounts = evidence.AccountIds.Length;
        if (evidence.Prompts.Length != accounts || evidence.OwnPrompts.Length != accounts)
        {
            throw Broken("prompts", $"there are {accounts} accounts, {evidence.Prompts.Length} counts of prompts and {evidence.OwnPrompts.Length} of own ones");
        }

        if (evidence.Facets.Count > byte.MaxValue)
        {
            throw Broken("facets", $"{evidence.Facets.Count} are more than {byte.MaxValue}");
        }

        foreach (var facet in evidence.Facets)
        {
            Check(facet, accounts);
        }
    }

    private static void Check(Facet facet, int accounts)
    {
        var name = facet.Definition.Name;
        Sorted(facet.Facts, name);
        if (facet.Offsets.Length != facet.Facts.Length + 1 || facet.Offsets[0] != 0 || facet.Offsets[^1] != facet.Accounts.Length
            || facet.Weights.Length != facet.Accounts.Length)
        {
            throw Broken(name, "its columns do not fit together");
        }

        for (var f = 0; f < facet.Facts.Length; f++)
        {
            if (facet.Offsets[f + 1] < facet.Offsets[f])
            {
                throw Broken(name, $"the offsets fall at fact {f}");
            }

            for (var i = facet.Offsets[f]; i < facet.Offsets[f + 1]; i++)
            {
                if ((uint)facet.Accounts[i] >= (uint)accounts || (i > facet.Offsets[f] && facet.Accounts[i] <= facet.Accounts[i - 1]))
                {
                    throw Broken(name, $"fact {f} has account {facet.Accounts[i]}, unknown or out of order");
                }

                if (!(facet.Weights[i] > 0))
                {
                    throw Broken(name, $"fact {f} has a weight of {facet.Weights[i]}");
                }
            }
        }
    }

    private static void Sorted(string[] keys, string of)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (string.CompareOrdinal(keys[i - 1], keys[i]) >= 0)
            {
                throw Broken(of, $"keys are not sorted ordinally at {i}");
            }
        }
    }

    private static ArgumentException Broken(string of, string why) => new($"The evidence of {of} breaks its contract: {why}.");
}
