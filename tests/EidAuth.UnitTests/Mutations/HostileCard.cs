using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>A card that behaves and whose one file is the mutated input, in a reader whose feature list is.</summary>
internal sealed class HostileCard(byte[] content) : ICardHandle
{
    private int commands;

    public string Reader => "Reader 00 00";

    public ReadOnlyMemory<byte> Atr => default;

    /// <summary>The certificate's DER is the file's beginning, or there is none, or the fault is Protocol.</summary>
    public static Parsed ReadCertificate(byte[] input)
    {
        var card = new HostileCard(input);
        try
        {
            var der = DerForm.Cut(WholeFile.Read(new BelpicCard(card, new HurriedTimeProvider()), DerForm.Instance));
            if (der is null)
            {
                Assert.True(input.Length == 0 || input[0] == 0);
            }
            else
            {
                Assert.InRange(der.Length, 2, DerForm.Instance.MaximumLength);
                Assert.Equal(input[..der.Length], der);
            }

            return new(der is not null, card.commands);
        }
        catch (CardException exception) when (exception.Fault == CardFault.Protocol)
        {
            return new(false, card.commands);
        }
    }

    /// <summary>A keypad or none, whatever the reader says of itself.</summary>
    public static Parsed DiscoverPinPad(byte[] input)
    {
        var card = new HostileCard(input);
        return new(PinPad.Discover(card, new HurriedTimeProvider()) is not null, card.commands);
    }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        commands++;
        var offset = (command[2] << 8) | command[3];
        var wanted = command.Length > 4 && command[4] != 0 ? command[4] : 256;
        if (command[1] != 0xB0 || offset >= content.Length)
        {
            return Say([], command[1] == 0xB0 ? 0x6B00 : 0x6D00, response);
        }

        var left = content.Length - offset;
        return left < wanted ? Say([], 0x6C00 | left, response) : Say(content.AsSpan(offset, wanted), 0x9000, response);
    }

    public IDisposable BeginTransaction() => this;

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        commands++;
        var length = Math.Min(content.Length, output.Length);
        content.AsSpan(0, length).CopyTo(output);
        return length;
    }

    public void Dispose()
    {
    }

    private static int Say(ReadOnlySpan<byte> data, int statusWord, Span<byte> response)
    {
        data.CopyTo(response);
        response[data.Length] = (byte)(statusWord >> 8);
        response[data.Length + 1] = (byte)statusWord;
        return data.Length + 2;
    }
}
