using LinkGraph.Model.Records;

namespace LinkGraph.Resolution.Records;

/// <summary>A value of a field, taken apart.</summary>
/// <param name="Text">In its normal form.</param>
/// <param name="Words">Numbers of its words; of kinds without words, one.</param>
/// <param name="Number">For kinds that are numbers; else NaN.</param>
/// <param name="Fact">The attribute's id.</param>
internal sealed record FieldValue(string Text, int[] Words, double Number, string Fact)
{
    /// <summary>Of what is kept as keyed hashes, only keys can be compared.</summary>
    public bool IsHidden => Text[0] == '#';
}

/// <summary>A column of the records: its values, and which records have which.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="Holds">Numbers of the fields whose words its values may repeat.</param>
/// <param name="Values">Its values.</param>
/// <param name="Of">Numbers of the values of each record; mostly one, none where it is missing.</param>
/// <param name="Having">Records with each value.</param>
internal sealed record RecordField(string Name, AttributeKind Kind, int[] Holds, FieldValue[] Values, Evidence.Rows Of, int[] Having)
{
    public bool HasWords => Kind is AttributeKind.Name or AttributeKind.Text;

    /// <summary>Values that records have, each as often as they have it.</summary>
    public double Total { get; } = Having.Sum(count => (double)count);

    /// <summary>Chance that two values drawn at random are the same.</summary>
    public double Meeting { get; } = Having.Sum(count => (double)count * count) / Math.Max(1, Math.Pow(Having.Sum(count => (double)count), 2));
}
