namespace EidAuth.Testing.Mutations;

/// <summary>Bytes written from their end to their beginning: a length is known when it is written.</summary>
internal sealed class BackwardWriter
{
    private byte[] buffer = new byte[4096];

    public int Length { get; private set; }

    public void Prepend(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > buffer.Length)
        {
            var larger = new byte[Math.Max(2 * buffer.Length, Length + bytes.Length)];
            buffer.AsSpan(buffer.Length - Length).CopyTo(larger.AsSpan(larger.Length - Length));
            buffer = larger;
        }

        Length += bytes.Length;
        bytes.CopyTo(buffer.AsSpan(buffer.Length - Length));
    }

    public byte[] ToArray() => buffer[^Length..];
}
