using System.Buffers.Binary;
using System.Collections.Concurrent;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Output;

/// <summary>Brings exchanges into the order of time: spread over a file for each day, then sorted day by day. Memory: a few days.</summary>
internal sealed class TimeSorter : IDisposable
{
    private const int HeaderSize = 12;
    private const int FileBuffer = 1 << 16;

    private readonly WorldFolder _folder;
    private readonly Calendar _calendar;
    private readonly FileStream[] _days;
    private readonly ConcurrentBag<Utf8Buffer> _spare = [];

    public TimeSorter(WorldFolder folder, Calendar calendar)
    {
        _folder = folder;
        _calendar = calendar;
        _days = new FileStream[calendar.Days];
        for (var day = 0; day < _days.Length; day++)
            _days[day] = new FileStream(folder.SpillPath(day), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileBuffer);
    }

    public int Days => _days.Length;

    /// <summary>Adds the exchanges of a chunk.</summary>
    public void Add(Chunk chunk)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        var text = chunk.Exchanges.Written.Span;
        for (var i = 0; i < chunk.Lines.Count; i++)
        {
            var (time, start) = chunk.Lines[i];
            var end = i + 1 < chunk.Lines.Count ? chunk.Lines[i + 1].Start : text.Length;
            var day = _days[Math.Clamp((time - _calendar.Start) / Calendar.Day, 0, _days.Length - 1)];
            BinaryPrimitives.WriteInt64LittleEndian(header, time);
            BinaryPrimitives.WriteInt32LittleEndian(header[8..], end - start);
            day.Write(header);
            day.Write(text[start..end]);
        }
    }

    /// <summary>Ends adding.</summary>
    public void Close()
    {
        foreach (var day in _days)
            day.Dispose();
    }

    /// <summary>
    /// The lines of a day by time, lines of one second in the order in which they were added; forgets the day. Give the buffer back with
    /// <see cref="Return"/>.
    /// </summary>
    public Utf8Buffer Sorted(int day)
    {
        var path = _folder.SpillPath(day);
        var (raw, sorted) = (Rent(), Rent());
        using (var file = File.OpenRead(path))
            raw.AppendAll(file);
        File.Delete(path);
        var bytes = raw.Written.Span;
        var lines = new List<(long Time, int Start)>();
        for (var at = 0; at < bytes.Length; at += HeaderSize + BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 8)..]))
            lines.Add((BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]), at));
        lines.Sort();
        sorted.Reserve(bytes.Length);
        foreach (var (_, start) in lines)
            sorted.Append(bytes.Slice(start + HeaderSize, BinaryPrimitives.ReadInt32LittleEndian(bytes[(start + 8)..])));
        Return(raw);
        return sorted;
    }

    public void Return(Utf8Buffer buffer) => _spare.Add(buffer);

    private Utf8Buffer Rent()
    {
        var buffer = _spare.TryTake(out var used) ? used : new Utf8Buffer();
        buffer.Length = 0;
        return buffer;
    }

    public void Dispose() => Close();
}
