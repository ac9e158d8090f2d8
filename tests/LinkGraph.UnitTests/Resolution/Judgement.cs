using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution;

namespace LinkGraph.UnitTests.Resolution;

/// <summary>An outcome beside the truth.</summary>
internal sealed class Judgement
{
    private readonly Dictionary<string, string> truth;
    private readonly Dictionary<string, Operator> of = [];

    private Judgement(Dictionary<string, string> truth, Model.Operators.ResolvedOperators resolution)
    {
        (this.truth, Resolution) = (truth, resolution);
        foreach (var entity in resolution.Operators)
        {
            foreach (var member in entity.Members)
            {
                of.Add(member.Account, entity);
            }
        }
    }

    public Model.Operators.ResolvedOperators Resolution { get; }

    public static Judgement Of(SmallWorld world, params string[] without) => Of(world.Truth, world.Evidence.Build(without));

    public static Judgement Of(Dictionary<string, string> truth, EvidenceSet evidence) =>
        new(truth, new Resolver().Resolve(evidence, null, TestContext.Current.CancellationToken));

    /// <summary>The entity that holds most of a true one.</summary>
    public Operator? Largest(string entity) => Members(entity).Select(a => of.GetValueOrDefault(a)).Where(o => o is not null)
        .GroupBy(o => o).MaxBy(g => g.Count())?.Key;

    /// <summary>The share of a true entity that its largest part is.</summary>
    public double Recall(string entity)
    {
        var largest = Largest(entity);
        return Members(entity).Count(a => largest is not null && of.GetValueOrDefault(a) == largest) / (double)Members(entity).Count();
    }

    /// <summary>Accounts that share an entity with an account of somebody else's.</summary>
    public int Merged => Resolution.Operators.Where(o => o.Members.Select(m => truth[m.Account]).Distinct().Skip(1).Any()).Sum(o => o.Members.Count);

    private IEnumerable<string> Members(string entity) => truth.Where(t => t.Value == entity).Select(t => t.Key);
}
