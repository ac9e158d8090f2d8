using LinkGraph.Model.Evidence;

namespace LinkGraph.Resolution.Evidence;

/// <summary>Turns an evidence set into columns: facets take the part their role gives them, blocks are derived, rows are built both ways.</summary>
internal static class WorldBuilder
{
    public static World Build(EvidenceSet evidence, CancellationToken cancellationToken = default)
    {
        EvidenceCheck.Check(evidence);
        var facets = evidence.Facets
            .Select(f => (Kind: KindOf(f.Definition), Facet: f))
            .Where(f => f.Kind is not null && f.Kind != FactKind.Block)
            .Select(f => (Kind: f.Kind!.Value, f.Facet))
            .OrderBy(f => f.Kind).ThenBy(f => f.Facet.Definition.Name, StringComparer.Ordinal)
            .ToList();
        var addresses = facets.Where(f => f.Kind == FactKind.Address).Select(f => f.Facet).ToList();
        var blocks = BlockFacts.Derive(addresses, evidence.AccountIds.Length);
        facets.Insert(facets.TakeWhile(f => f.Kind <= FactKind.Block).Count(), (FactKind.Block, blocks.Facet));
        return Lay(evidence, facets, blocks);
    }

    /// <summary>Null: a kind of context that is not used, or values that are compared (<see cref="Records.RecordResolver"/>). A block facet is derived here and not taken from outside.</summary>
    private static FactKind? KindOf(FacetDefinition facet) => (facet.Role, facet.Family) switch
    {
        (Role.Conditions, _) => facet.Name == "country" ? FactKind.Country : null,
        (_, Family.Context) or (Role.Compares, _) => null,
        (Role.Confirms, Family.Network) when facet.Name == "block" => FactKind.Block,
        (Role.Confirms, _) => FactKind.Soft,
        (_, Family.Network) => FactKind.Address,
        (_, Family.Script) => FactKind.Template,
        (_, Family.Rhythm) => FactKind.Minute,
        _ => FactKind.Token,
    };

    private static World Lay(EvidenceSet evidence, List<(FactKind Kind, Facet Facet)> facets, BlockFacts blocks)
    {
        var accounts = evidence.AccountIds.Length;
        var (facetStart, kindStart, entries) = Measure(facets);
        var facts = facetStart[^1];
        var (facetOf, factStart) = (new byte[facts], new int[facts + 1]);
        var (factAccounts, factWeights) = (new int[checked((int)entries)], new float[entries]);
        var cursor = new int[(accounts * World.Kinds) + 1];
        var at = 0;
        for (var i = 0; i < facets.Count; i++)
        {
            var (kind, facet) = facets[i];
            Array.Fill(facetOf, (byte)i, facetStart[i], facet.Facts.Length);
            for (var f = 0; f < facet.Facts.Length; f++)
            {
                factStart[facetStart[i] + f] = at + facet.Offsets[f];
            }

            facet.Accounts.CopyTo(factAccounts, at);
            facet.Weights.CopyTo(factWeights, at);
            foreach (var account in facet.Accounts)
            {
                cursor[(account * World.Kinds) + (int)kind + 1]++;
            }

            at += facet.Accounts.Length;
        }

        factStart[facts] = at;
        for (var i = 1; i < cursor.Length; i++)
        {
            cursor[i] += cursor[i - 1];
        }

        var accountStart = (int[])cursor.Clone();
        var (accountFacts, accountWeights) = ByAccount(facets, facetOf, factStart, factAccounts, factWeights, cursor);
        var firstBlock = kindStart[(int)FactKind.Block];
        return new World
        {
            AccountIds = evidence.AccountIds,
            Told = evidence.Prompts,
            Own = evidence.OwnPrompts,
            Facets = [.. facets.Select(f => f.Facet.Definition)],
            FactKeys = [.. facets.Select(f => f.Facet.Facts)],
            FacetStart = facetStart,
            KindStart = kindStart,
            FacetOf = facetOf,
            FactStart = factStart,
            FactAccounts = factAccounts,
            FactWeights = factWeights,
            AccountStart = accountStart,
            AccountFacts = accountFacts,
            AccountWeights = accountWeights,
            BlockOfAddress = Array.ConvertAll(blocks.BlockOfAddress, b => b + firstBlock),
            RegionOfAddress = Array.ConvertAll(blocks.RegionOfAddress, b => b + firstBlock),
        };
    }

    /// <summary>Where facets and kinds begin among all facts, and how many pairs of fact and account there are.</summary>
    private static (int[] FacetStart, int[] KindStart, long Entries) Measure(List<(FactKind Kind, Facet Facet)> facets)
    {
        var facetStart = new int[facets.Count + 1];
        var kindStart = new int[World.Kinds + 1];
        long entries = 0;
        for (var i = 0; i < facets.Count; i++)
        {
            facetStart[i + 1] = facetStart[i] + facets[i].Facet.Facts.Length;
            kindStart[(int)facets[i].Kind + 1] += facets[i].Facet.Facts.Length;
            entries += facets[i].Facet.Accounts.Length;
        }

        for (var k = 0; k < World.Kinds; k++)
        {
            kindStart[k + 1] += kindStart[k];
        }

        return (facetStart, kindStart, entries);
    }

    /// <summary>Facts and weights account by account, kind by kind; <paramref name="cursor"/> says where each begins and is moved to its end.</summary>
    private static (int[] Facts, float[] Weights) ByAccount(
        List<(FactKind Kind, Facet Facet)> facets, byte[] facetOf, int[] factStart, int[] factAccounts, float[] factWeights, int[] cursor)
    {
        var (facts, weights) = (new int[factAccounts.Length], new float[factAccounts.Length]);
        for (var f = 0; f < facetOf.Length; f++)
        {
            var kind = (int)facets[facetOf[f]].Kind;
            for (var i = factStart[f]; i < factStart[f + 1]; i++)
            {
                ref var to = ref cursor[(factAccounts[i] * World.Kinds) + kind];
                facts[to] = f;
                weights[to++] = factWeights[i];
            }
        }

        return (facts, weights);
    }
}
