using System.Buffers.Binary;
using EidAuth.Iso7816;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>A card's answers one after the other, each with its length in two bytes before it: what is damaged is both the answers and their order.</summary>
internal static class Conversations
{
    public static readonly IReadOnlyList<byte[]> Exchange =
    [
        Framed("9000"), Framed("6C1C", new string('A', 56) + "9000"), Framed("6160", new string('B', 192) + "9000"), Framed("6110", "01026108", "0304056103", "0607089000"),
        Framed("6C00", new string('C', 512) + "9000"), Framed("6100", new string('D', 256) + "6180", new string('E', 256) + "9000"), Framed("6982"),
    ];

    public static byte[] Framed(params string[] answers) =>
        [.. answers.Select(Convert.FromHexString).SelectMany(answer => (byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer])];

    public static List<Piece> Frames(ReadOnlySpan<byte> input)
    {
        var found = new List<Piece>();
        for (var at = 0; at + 2 <= input.Length && found.Count < 200;)
        {
            var end = Math.Min(input.Length, at + 2 + BinaryPrimitives.ReadUInt16BigEndian(input[at..]));
            found.Add(new Piece(at, at + 1, at + 2, end));
            at = end;
        }

        return found;
    }

    /// <summary>One command, answered like that: an answer in the end or a Protocol fault, after a bounded number of commands.</summary>
    public static Parsed RunExchange(byte[] input)
    {
        var channel = new Answers(input);
        var answer = new byte[256];
        try
        {
            var response = new CommandExchange(channel, TimeProvider.System).Send(new CommandApdu(0x80, 0xE4, 0x00, 0x00, 28), answer);
            Assert.Null(response.StatusWord.BytesWaiting);
            Assert.InRange(response.Data.Length, 0, answer.Length);
            return new(response.IsSuccess, channel.Commands);
        }
        catch (CardException exception) when (exception.Fault == CardFault.Protocol)
        {
            return new(false, channel.Commands);
        }
        finally
        {
            // One command, its repetition, and eight GET RESPONSE with theirs, whatever the card answers.
            Assert.InRange(channel.Commands, 1, 18);
        }
    }

    /// <summary>Plays the answers; when there are no more, the card says 6F00 for ever.</summary>
    internal sealed class Answers(byte[] input) : ICardChannel
    {
        private int at;

        public int Commands { get; private set; }

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            Commands++;
            if (at + 2 > input.Length)
            {
                response[0] = 0x6F;
                response[1] = 0x00;
                return 2;
            }

            // A channel never gives more than the buffer that it was given.
            var length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at)), Math.Min(input.Length - at - 2, response.Length));
            input.AsSpan(at + 2, length).CopyTo(response);
            at += 2 + length;
            return length;
        }
    }
}
