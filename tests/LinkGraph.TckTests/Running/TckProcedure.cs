using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>A procedure that a scenario asks for: a table that maps its arguments to its rows.</summary>
/// <param name="Name">With its namespace: <c>test.my.proc</c>.</param>
/// <param name="Inputs">The arguments; the first columns of the table.</param>
/// <param name="Outputs">What it yields, the columns after the inputs; none for a procedure that yields nothing.</param>
/// <param name="Table">Rows of input values followed by output values.</param>
public sealed record TckProcedure(
    string Name, IReadOnlyList<TckField> Inputs, IReadOnlyList<TckField> Outputs, IReadOnlyList<IReadOnlyList<TckValue>> Table)
{
    /// <summary>The rows, of <see cref="Outputs"/>, that a call yields: those whose inputs equal the arguments, numbers by their
    /// value.</summary>
    /// <exception cref="ArgumentException">Not as many arguments as <see cref="Inputs"/>.</exception>
    public IEnumerable<IReadOnlyList<TckValue>> Call(IReadOnlyList<TckValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Count != Inputs.Count)
            throw new ArgumentException($"{Name} takes {Inputs.Count} arguments, not {arguments.Count}.", nameof(arguments));
        return Table
            .Where(row => arguments.Select((argument, index) => Matches(row[index], argument)).All(match => match))
            .Select(row => row.Skip(Inputs.Count).ToList());
    }

    private static bool Matches(TckValue expected, TckValue argument) =>
        Number(expected) is { } left && Number(argument) is { } right ? left.Equals(right) : expected.Equals(argument);

    private static double? Number(TckValue value) => value switch
    {
        TckInteger integer => integer.Value,
        TckFloat number => number.Value,
        _ => null,
    };
}
