namespace EidAuth.ConformanceTests.Pki;

/// <summary>Bytes that come in pieces, perhaps with zeros without end behind them, and how many were taken.</summary>
internal sealed class PieceStream(byte[] bytes, int piece) : Stream
{
    /// <summary>How many zeros follow.</summary>
    public long ZerosAfter { get; init; }

    /// <summary>The connection breaks in the place of the end.</summary>
    public bool FailsAtEnd { get; init; }

    /// <summary>How many bytes were taken.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = bytes.Length + ZerosAfter - Taken;
        if (left == 0 && FailsAtEnd)
        {
            throw new IOException("The connection broke.");
        }

        var count = (int)Math.Min(Math.Min(buffer.Length, piece), left);
        var real = (int)Math.Clamp(bytes.Length - Taken, 0, count);
        bytes.AsSpan((int)Math.Min(Taken, bytes.Length), real).CopyTo(buffer);
        buffer[real..count].Clear();
        Taken += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
