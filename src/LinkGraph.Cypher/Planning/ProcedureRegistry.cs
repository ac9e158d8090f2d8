namespace LinkGraph.Cypher.Planning;

/// <summary>Procedures that CALL can name.</summary>
internal sealed class ProcedureRegistry
{
    private readonly Dictionary<string, Procedure> procedures = new(StringComparer.Ordinal);

    public IEnumerable<Procedure> All => procedures.Values;

    public void Add(Procedure procedure) => procedures[procedure.Name] = procedure;

    public Procedure? Find(string name) => procedures.GetValueOrDefault(name);
}
