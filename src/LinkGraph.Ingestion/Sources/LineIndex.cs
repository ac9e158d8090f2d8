namespace LinkGraph.Ingestion.Sources;

/// <summary>Where the lines of a window begin and end, without the line feed. A line that was too long to keep has a place but no bytes.</summary>
internal sealed class LineIndex
{
    private (int Start, int End)[] _lines = new (int, int)[1024];

    public int Count { get; private set; }

    public (int Start, int End) this[int index] => _lines[index];

    public void Add(int start, int end)
    {
        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, Count * 2);
        }
        _lines[Count++] = (start, end);
    }

    public void AddTooLong() => Add(-1, -1);
}
