using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;

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

    /// <summary>Stays in the slot until cancelled, or until a planned fault ends the stay: then null, or which fault it was. Run again, the card is put in again.</summary>
    /// <param name="card">The card.</param>
    /// <param name="slot">Which slot.</param>
    /// <param name="inserted">Called once, when the card was powered on and then asked for its ATR: from now on clients find it.</param>
    /// <param name="stop">Pulls the card out; the task then ends without an exception.</param>
    /// <exception cref="SocketException">Nobody listens there (ConnectionRefused), or the driver broke the connection.</exception>
    /// <exception cref="EndOfStreamException">The driver hung up.</exception>
    public static async Task<FaultKind?> RunAsync(SimulatedCard card, VpcdSlot slot, Action inserted, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var frame = new byte[2 + ushort.MaxValue];
        var (isPowered, isKnown) = (false, false);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, slot.Port, stop);
            while (true)
            {
                var question = await ReceiveFrameAsync(socket, frame, stop);
                if (Answer(card, question.Span, slot.ResolvesLengths) is not var (answer, fault))
                {
                    isPowered |= question.Span is [PowerOn];
                    continue;
                }

                if (fault is FaultKind.Slow or FaultKind.Mute)
                {
                    // The driver neither polls nor gives up while a command is under way.
                    await Task.Delay(CardReply.Patience, slot.Clock, stop);
                }

                if (fault is FaultKind.Removed or FaultKind.RemovedAfter or FaultKind.Mute)
                {
                    return fault;
                }

                BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)answer.Length);
                answer.CopyTo(frame.AsMemory(2));
                await socket.SendAsync(frame.AsMemory(0, 2 + answer.Length), stop);
                if (isPowered && !isKnown)
                {
                    isKnown = true;
                    inserted();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            // Out of the slot it has no power.
            card.Reset();
        }
    }

    /// <summary>What the card says to a frame, or null where the driver expects nothing. Never empty: the driver would hang on that.</summary>
    private static CardReply? Answer(SimulatedCard card, ReadOnlySpan<byte> question, bool resolvesLengths)
    {
        switch (question)
        {
            case [PowerOff or PowerOn or WarmReset]:
                card.Reset();
                return null;
            case [AskAtr]:
                return new CardReply(card.Atr.ToArray());
            case [] or [_]:
                return null;
            default:
                return card.Exchange(question, new Road(TellsResets: false, resolvesLengths, NeedsBytes: true));
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
