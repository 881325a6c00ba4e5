using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardFuzzTests
{
    private static readonly byte[] Instructions = [0x20, 0x22, 0x24, 0x2A, 0x2C, 0x84, 0x88, 0xA4, 0xB0, 0xB2, 0xC0, 0xE4, 0xE6, 0xEA];

    [Theory]
    [InlineData("adult-17", 1)]
    [InlineData("adult-18", 2)]
    public void Any_bytes_get_a_status_word_and_the_counter_stays_in_its_range(string id, int seed)
    {
        var card = CardTalk.Issue(id);
#pragma warning disable CA5394 // The same commands on each run.
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var command = new byte[random.Next(0, 20) == 0 ? random.Next(0, 400) : random.Next(0, 24)];
            random.NextBytes(command);
            if (command.Length > 4 && random.Next(0, 8) > 0)
            {
                // Near enough to the real thing to get past the first checks.
                command[0] = (byte)(random.Next(0, 2) * 0x80);
                command[1] = Instructions[random.Next(Instructions.Length)];
                command[2] = (byte)(random.Next(0, 3) == 0 ? random.Next(256) : new[] { 0x00, 0x02, 0x04, 0x08, 0x41, 0x9E }[random.Next(6)]);
                command[3] = (byte)(random.Next(0, 3) == 0 ? random.Next(256) : new[] { 0x00, 0x01, 0x0C, 0x81, 0xB6, 0x9A }[random.Next(6)]);
                command[4] = (byte)(random.Next(0, 3) == 0 ? random.Next(256) : command.Length - 5);
            }

            if (random.Next(0, 500) == 0)
            {
                card.Reset();
            }

            var answer = card.Transmit(command);
            Assert.InRange(answer.Length, 2, 258);
            Assert.InRange(answer[^2], 0x61, 0x90);
            Assert.InRange(card.TriesLeft, 0, 3);
        }
#pragma warning restore CA5394

        Assert.Equal(20_000, card.Transcript.Count);
        Assert.Equal("9000", card.Say("00A4080C022F00"));
    }

    [Fact]
    public async Task Cards_may_be_used_from_several_threads()
    {
        var card = CardTalk.Issue(Citizen.All["adult-18"]);
        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken, (i, _) =>
        {
            Assert.Equal("9000", card.Say(i % 2 == 0 ? "00A4080C022F00" : "80E60000"));
            return ValueTask.CompletedTask;
        });
        Assert.Equal(2_000, card.Transcript.Count);
    }
}
