using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>Remembers short strings met lately, so that a country or a status that a million nodes share is kept once. Used by the writer alone.</summary>
internal sealed class StringPool
{
    private const int Size = 4096;
    private const int MaximalLength = 32;

    private readonly string?[] recent = new string?[Size];

    public Value Share(Value value)
    {
        if (value.RawReference is not string { Length: <= MaximalLength } text)
        {
            return value;
        }

        ref var known = ref recent[(uint)text.GetHashCode(StringComparison.Ordinal) % Size];
        if (known is not null && string.Equals(known, text))
        {
            return Value.Of(known);
        }

        known = text;
        return value;
    }
}
