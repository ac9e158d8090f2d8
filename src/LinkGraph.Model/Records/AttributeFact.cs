namespace LinkGraph.Model.Records;

/// <summary>
/// A value that a mapped source gives for a field of a record. It is a fact like any other, with an id that says all of it, so that what is
/// compared is read from the graph as facts are.
/// </summary>
/// <param name="Field">Name of the field: lower-case letters, digits, underscores.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="MayHold">Fields whose words a value may repeat, sorted.</param>
/// <param name="Value">The value in its normal form; not empty.</param>
public sealed record AttributeFact(string Field, AttributeKind Kind, IReadOnlyList<string> MayHold, string Value)
{
    private const char Bar = '|';

    /// <summary>Everything before the value: what makes two values comparable.</summary>
    public string Column => string.Join(Bar, Field, Kind.ToString().ToLowerInvariant(), string.Join(',', MayHold));

    /// <summary>For example <c>title|text|album,artist|street hype</c>.</summary>
    public string Id => $"{Column}{Bar}{Value}";

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">It is none; the message does not hold its value.</exception>
    public static AttributeFact Parse(string id)
    {
        var parts = id.Split(Bar, 4);
        if (parts.Length == 4 && parts[0].Length > 0 && parts[3].Length > 0 && Enum.TryParse(parts[1], ignoreCase: true, out AttributeKind kind)
            && Enum.IsDefined(kind))
            return new AttributeFact(parts[0], kind, parts[2].Length == 0 ? [] : parts[2].Split(','), parts[3]);
        throw new FormatException("An attribute's id must be field, kind, fields it may hold and value, with bars between them.");
    }
}
