using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Vpcd;

/// <summary>
/// A card in a slot of the vpcd driver of pcscd: a TCP client that answers. Frames, both ways: length in 2 bytes, big-endian, then that many bytes. Being
/// connected is being inserted, and closing is being pulled out.
/// </summary>
internal static class VpcdCard
{
    /// <summary>Slot 0; slot 1 listens on the next port.</summary>
    public const int DefaultPort = 35963;

    private const byte PowerOff = 0x00;
    private const byte PowerOn = 0x01;
    private const byte WarmReset = 0x02;
    private const byte AskAtr = 0x04;

    /// <summary>Stays in the slot until cancelled.</summary>
    /// <param name="card">The card.</param>
    /// <param name="port">The slot's port on this machine.</param>
    /// <param name="inserted">Called once, when the card was powered on and then asked for its ATR: from now on clients find it.</param>
    /// <param name="stop">Pulls the card out; the task then ends without an exception.</param>
    /// <exception cref="SocketException">Nobody listens there (ConnectionRefused), or the driver broke the connection.</exception>
    /// <exception cref="EndOfStreamException">The driver hung up.</exception>
    public static async Task RunAsync(SimulatedCard card, int port, Action inserted, CancellationToken stop)
    {
        using var slot = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var frame = new byte[2 + ushort.MaxValue];
        var (isPowered, isKnown) = (false, false);
        try
        {
            await slot.ConnectAsync(IPAddress.Loopback, port, stop);
            while (true)
            {
                var question = await ReceiveFrameAsync(slot, frame, stop);
                if (Answer(card, question.Span) is not { } answer)
                {
                    isPowered |= question.Span is [PowerOn];
                    continue;
                }

                BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)answer.Length);
                answer.CopyTo(frame.AsMemory(2));
                await slot.SendAsync(frame.AsMemory(0, 2 + answer.Length), stop);
                if (isPowered && !isKnown)
                {
                    isKnown = true;
                    inserted();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Pulled out.
        }
    }

    /// <summary>What the card says to a frame, or null where the driver expects nothing. Never empty: the driver would hang on that.</summary>
    private static ReadOnlyMemory<byte>? Answer(SimulatedCard card, ReadOnlySpan<byte> question)
    {
        switch (question)
        {
            case [PowerOff or PowerOn or WarmReset]:
                card.Reset();
                return null;
            case [AskAtr]:
                return card.Atr;
            case [] or [_]:
                return null;
            default:
                return card.Transmit(question);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReceiveFrameAsync(Socket slot, byte[] buffer, CancellationToken stop)
    {
        await ReceiveAsync(slot, buffer.AsMemory(0, 2), stop);
        var payload = buffer.AsMemory(2, BinaryPrimitives.ReadUInt16BigEndian(buffer));
        await ReceiveAsync(slot, payload, stop);
        return payload;
    }

    private static async Task ReceiveAsync(Socket slot, Memory<byte> target, CancellationToken stop)
    {
        while (!target.IsEmpty)
        {
            AcknowledgeAtOnce(slot);
            var received = await slot.ReceiveAsync(target, stop);
            target = received > 0 ? target[received..] : throw new EndOfStreamException();
        }
    }

    /// <summary>
    /// The driver sends length and body in two writes with Nagle's algorithm on, so a delayed acknowledgement costs 40 ms per command. TCP_QUICKACK, which the
    /// kernel clears again, hence before each receive.
    /// </summary>
    private static void AcknowledgeAtOnce(Socket slot)
    {
        const int ipprotoTcp = 6, tcpQuickAck = 12;
        if (OperatingSystem.IsLinux())
        {
            slot.SetRawSocketOption(ipprotoTcp, tcpQuickAck, [1, 0, 0, 0]);
        }
    }
}
