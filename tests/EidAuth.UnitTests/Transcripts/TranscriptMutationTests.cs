using System.Text;
using EidAuth.Testing;
using EidAuth.Transcripts;
using EidAuth.UnitTests.Pki;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

[Trait("Group", TestGroup.Card)]
public sealed class TranscriptMutationTests
{
    [Fact]
    public void Damaged_texts_are_read_or_refused_in_at_most_64_steps_a_byte()
    {
        var mutation = new Mutation(seed: 20261122);
        var text = Encoding.UTF8.GetBytes(
            "EidAuth card transcript 1\nsource: by hand\ndate: 2026-11-22\nreader: none\napplet: 1.8\natr: 3B7F\nexpect: read\nnote: x\n\n"
            + "> 80E400001C  ; GET CARD DATA\n< 0102\n= 9000  ; done\n\n> 0020000108 ................\n= 63C2\n> 00B0000000\n! Removed\n");
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = mutation.Apply(text);

            var parsed = Transcript.TryParse(damaged, out var transcript, out var error, out var steps);

            Assert.True(steps <= 64L * damaged.Length, $"{steps} steps for {damaged.Length} bytes");
            Assert.Equal(parsed, transcript is not null);
            Assert.Equal(parsed, error.Fault == TranscriptFault.None);
            if (parsed)
            {
                Assert.True(Transcript.TryParse(Encoding.ASCII.GetBytes(transcript!.ToText()), out _, out _));
            }
            else
            {
                refused++;
            }
        }

        Assert.InRange(refused, 5_000, 19_999);
    }
}
