namespace LinkGraph.Storage.Values;

/// <summary>How columns take values apart: those of one kind share the reference and are stored as bits alone.</summary>
public readonly partial struct Value
{
    internal object? RawReference => reference;

    internal long RawBits => bits;

    internal static Value FromRaw(object? reference, long bits) => new(reference, bits);
}
