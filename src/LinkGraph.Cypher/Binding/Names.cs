using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>Variables that can be named at a place, and what is known of them.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, StaticType> types;

    public Names() => types = new(StringComparer.Ordinal);

    private Names(Names other) => types = new(other.types, StringComparer.Ordinal);

    public bool IsEmpty => types.Count == 0;

    public IEnumerable<string> All => types.Keys;

    public Names Copy() => new(this);

    public bool Has(string name) => types.ContainsKey(name);

    public StaticType? TypeOf(string name) => types.GetValueOrDefault(name);

    /// <exception cref="CypherException">There is no such variable.</exception>
    public StaticType Use(Variable variable) => types.TryGetValue(variable.Name, out var type)
        ? type
        : throw CypherErrors.Syntax($"Variable `{variable.Name}` not defined", variable.Span.Start);

    public void Remove(string name) => types.Remove(name);

    public void Set(string name, StaticType type) => types[name] = type;

    /// <exception cref="CypherException">There is such a variable already.</exception>
    public void Declare(Variable variable, StaticType type)
    {
        if (!types.TryAdd(variable.Name, type))
        {
            throw CypherErrors.Syntax($"Variable `{variable.Name}` already declared", variable.Span.Start);
        }
    }

    /// <exception cref="CypherException">It is known as something else.</exception>
    public void DeclareOrMeet(Variable variable, StaticType type)
    {
        if (types.TryGetValue(variable.Name, out var known) && !known.MayBe(type.Kind))
        {
            throw CypherErrors.Syntax($"Type mismatch: {variable.Name} defined with conflicting type {known} (expected {type})", variable.Span.Start);
        }

        if (known is null || known.Kind is StaticKind.Any or StaticKind.Null)
        {
            types[variable.Name] = type;
        }
    }
}
