using System.Buffers.Binary;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Framing;

/// <summary>
/// Collects whole messages, cut into chunks, until they are sent. A message stands in one piece while it is written; the headers of its
/// chunks are put in when it ends, which moves its bytes once at most.
/// </summary>
public sealed class MessageWriter
{
    /// <summary>A buffer grown beyond this many bytes by large messages is given back once they are sent.</summary>
    private const int KeptCapacity = 8 << 20;

    private const int HeaderSize = 2;
    private int _messageStart = -1;

    /// <summary>Where the fields of the message go.</summary>
    public PackStreamWriter Values { get; } = new();

    /// <summary>Bytes of the finished messages, ready to be sent.</summary>
    public ReadOnlyMemory<byte> Finished => Values.Written;

    /// <summary>Starts a message; its fields go to <see cref="Values"/>, then <see cref="EndMessage"/>.</summary>
    public void BeginMessage(byte tag, int fields)
    {
        if (_messageStart >= 0)
            throw new InvalidOperationException("The message before this one has not been ended.");
        _messageStart = Values.Length;
        Values.WriteRaw([0, 0]);
        Values.WriteStructureHeader(tag, fields);
    }

    public void EndMessage()
    {
        if (_messageStart < 0)
            throw new InvalidOperationException("No message has been begun.");
        var size = Values.Length - _messageStart - HeaderSize;
        var chunks = (size + ushort.MaxValue - 1) / ushort.MaxValue;
        // One more header for each further chunk, and the empty chunk that ends the message.
        var framed = Values.Extend(_messageStart, (chunks - 1) * HeaderSize + HeaderSize);
        for (var chunk = chunks - 1; chunk >= 0; chunk--)
        {
            var chunkSize = Math.Min(ushort.MaxValue, size - chunk * ushort.MaxValue);
            var from = HeaderSize + chunk * ushort.MaxValue;
            var to = from + chunk * HeaderSize;
            if (chunk > 0)
                framed.Slice(from, chunkSize).CopyTo(framed[to..]);
            BinaryPrimitives.WriteUInt16BigEndian(framed[(to - HeaderSize)..], (ushort)chunkSize);
        }
        framed[^2..].Clear();
        _messageStart = -1;
    }

    /// <summary>Takes back the message that has been begun, for example because one of its values cannot be written.</summary>
    public void AbandonMessage()
    {
        if (_messageStart < 0)
            return;
        Values.Truncate(_messageStart);
        _messageStart = -1;
    }

    /// <summary>Forgets the finished messages: they have been sent.</summary>
    public void Clear() => Values.Clear(KeptCapacity);
}
