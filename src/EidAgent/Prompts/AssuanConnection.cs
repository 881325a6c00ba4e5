using System.Security.Cryptography;
using System.Text;

namespace EidAgent.Prompts;

/// <summary>
/// The client's side of Assuan over two pipes. The other end is not trusted to speak it well: every broken answer is <see cref="AssuanLineKind.Garbled"/>.
/// Bytes read are kept in one pinned buffer that is zeroed as it is used up, since a line may hold a PIN.
/// </summary>
internal sealed class AssuanConnection(Stream fromServer, Stream toServer) : IDisposable
{
    private const int MaximumLinesPerReply = 64;

    private static readonly AssuanReply Broken = new(AssuanLineKind.Garbled, 0, 0);

    private readonly byte[] buffer = GC.AllocateArray<byte>(AssuanLine.MaximumLength + 2, pinned: true);
    private int filled;

    /// <summary>Sends a command and waits for its OK or ERR; data is dropped unread.</summary>
    public Task<AssuanReply> SendAsync(string command, CancellationToken cancellation) => SendAsync(command, Memory<byte>.Empty, cancellation);

    /// <summary>Sends a command and collects the data it answers.</summary>
    /// <param name="command">One line without its end; longer than the protocol allows is <see cref="AssuanLineKind.Garbled"/>.</param>
    /// <param name="data">Where unescaped data goes.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<AssuanReply> SendAsync(string command, Memory<byte> data, CancellationToken cancellation)
    {
        var line = Encoding.UTF8.GetBytes(command + "\n");
        if (line.Length > AssuanLine.MaximumLength + 1)
        {
            return Broken;
        }

        try
        {
            await toServer.WriteAsync(line, cancellation);
            await toServer.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            return Broken;
        }

        return await ReplyAsync(data, cancellation);
    }

    /// <summary>Waits for the greeting.</summary>
    public Task<AssuanReply> GreetingAsync(CancellationToken cancellation) => ReplyAsync(Memory<byte>.Empty, cancellation);

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(buffer);

    private async Task<AssuanReply> ReplyAsync(Memory<byte> data, CancellationToken cancellation)
    {
        var length = 0;
        for (var lines = 0; lines < MaximumLinesPerReply; lines++)
        {
            var end = await LineEndAsync(cancellation);
            if (end < 0)
            {
                return Broken;
            }

            var reply = Take(end, data.Span, ref length);
            if (reply is { } done)
            {
                return done;
            }
        }

        return Broken;
    }

    // Null: the reply goes on.
    private AssuanReply? Take(int end, Span<byte> data, ref int length)
    {
        var line = AssuanLine.Parse(WithoutCarriageReturn(buffer.AsSpan(0, end)));
        AssuanReply? reply = line.Kind switch
        {
            AssuanLineKind.Ok => new AssuanReply(AssuanLineKind.Ok, 0, length),
            AssuanLineKind.Error => new AssuanReply(AssuanLineKind.Error, line.Code, 0),
            AssuanLineKind.Remark => null,
            AssuanLineKind.Data => Collect(line.Data, data, ref length),
            _ => Broken,
        };
        Shift(end + 1);
        return reply;
    }

    private static AssuanReply? Collect(ReadOnlySpan<byte> escaped, Span<byte> data, ref int length)
    {
        Span<byte> plain = stackalloc byte[AssuanLine.MaximumLength];
        try
        {
            if (!AssuanLine.TryUnescape(escaped, plain, out var written))
            {
                return Broken;
            }

            if (length < 0 || written > data.Length - length)
            {
                length = -1;
                return null;
            }

            plain[..written].CopyTo(data[length..]);
            length += written;
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    // Where the next LF stands in the buffer; -1 at the end of the stream or when the line is too long.
    private async Task<int> LineEndAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
            if (end >= 0 || filled == buffer.Length)
            {
                return end;
            }

            try
            {
                // WaitAsync: a pipe that some grandchild keeps open must not keep us.
                var read = await fromServer.ReadAsync(buffer.AsMemory(filled), cancellation).AsTask().WaitAsync(cancellation);
                if (read == 0)
                {
                    return -1;
                }

                filled += read;
            }
            catch (Exception broken) when (broken is IOException or ObjectDisposedException)
            {
                return -1;
            }
        }
    }

    private void Shift(int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        CryptographicOperations.ZeroMemory(buffer.AsSpan(filled - count, count));
        filled -= count;
    }

    private static ReadOnlySpan<byte> WithoutCarriageReturn(ReadOnlySpan<byte> line) => line.EndsWith("\r"u8) ? line[..^1] : line;
}
