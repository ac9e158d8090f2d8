using System.Buffers.Binary;

namespace LinkGraph.Bolt.Framing;

/// <summary>
/// Takes messages out of a stream of chunks. A message lies in one piece in the buffer: chunks are moved together in place, and a
/// message of one chunk, the usual case, is not moved at all. Empty messages (Bolt's keep-alive) are passed over.
/// </summary>
public sealed class MessageReader(Stream stream, int capacity = 64 * 1024)
{
    private const int HeaderSize = 2;

    /// <summary>A buffer grown beyond this many bytes by a large message is given back once it is empty.</summary>
    private const int KeptCapacity = 4 << 20;

    // [_bodyStart, _bodyEnd) is the message so far, [_rawStart, _rawEnd) what has not been looked at, and comes after it.
    private byte[] _buffer = new byte[Math.Max(capacity, 16)];
    private int _bodyStart;
    private int _bodyEnd;
    private int _rawStart;
    private int _rawEnd;
    private int _chunkLeft;

    /// <summary>Bytes that a message may have; one that is longer is refused before room is made for it.</summary>
    public int LargestMessage { get; set; } = Array.MaxLength;

    /// <summary>The next message if all of it has arrived; valid until the next call of a method of this reader.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> message)
    {
        while (true)
        {
            if (_chunkLeft > 0)
            {
                var size = Math.Min(_chunkLeft, _rawEnd - _rawStart);
                if (size > 0 && _bodyEnd != _rawStart)
                    Buffer.BlockCopy(_buffer, _rawStart, _buffer, _bodyEnd, size);
                _bodyEnd += size;
                _rawStart += size;
                _chunkLeft -= size;
                if (_chunkLeft > 0)
                    break;
            }
            if (_rawEnd - _rawStart < HeaderSize)
                break;
            _chunkLeft = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_rawStart));
            _rawStart += HeaderSize;
            if (_bodyEnd - _bodyStart > LargestMessage - _chunkLeft)
                throw new PackStream.PackStreamException($"A message is longer than {LargestMessage} bytes.");
            if (_bodyStart == _bodyEnd)
            {
                _bodyStart = _bodyEnd = _rawStart;
            }
            else if (_chunkLeft == 0)
            {
                message = _buffer.AsMemory(_bodyStart, _bodyEnd - _bodyStart);
                _bodyStart = _bodyEnd = _rawStart;
                return true;
            }
        }
        message = default;
        return false;
    }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>False if the other side has closed the stream.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_rawEnd), cancellationToken).ConfigureAwait(false);
        _rawEnd += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        var body = _bodyEnd - _bodyStart;
        var raw = _rawEnd - _rawStart;
        if (body + raw == 0)
        {
            _bodyStart = _bodyEnd = _rawStart = _rawEnd = 0;
            if (_buffer.Length > KeptCapacity)
                _buffer = new byte[capacity];
            return;
        }
        // What is left of the chunk is expected next; a read of a few bytes at the end of the buffer would waste a call.
        var wanted = Math.Max(_chunkLeft - raw + HeaderSize, 512);
        if (_buffer.Length - _rawEnd >= wanted)
            return;
        var target = _buffer;
        if (body + raw + wanted > _buffer.Length)
        {
            if (_buffer.Length == Array.MaxLength)
                throw new PackStream.PackStreamException($"A message is larger than one buffer can be ({Array.MaxLength} bytes).");
            target = new byte[(int)Math.Min(Math.Max(2L * _buffer.Length, (long)body + raw + wanted), Array.MaxLength)];
        }
        Buffer.BlockCopy(_buffer, _bodyStart, target, 0, body);
        Buffer.BlockCopy(_buffer, _rawStart, target, body, raw);
        _buffer = target;
        _bodyStart = 0;
        _bodyEnd = _rawStart = body;
        _rawEnd = body + raw;
    }
}
