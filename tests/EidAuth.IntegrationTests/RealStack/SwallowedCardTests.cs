using EidAgent.Logins;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>
/// A card that leaves under the reset at the end of its use, with the next one there before the service looks again: pcscd calls the reader's card mute from then on, and announces nothing more.
/// </summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class SwallowedCardTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    [Fact]
    public async Task A_card_that_the_service_calls_mute_and_that_answers_logs_in()
    {
        await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == CardPresence.Empty);
        var (first, second) = (HeldCard.Of("adult-17"), HeldCard.Of("adult-18"));
        TestCard? leaving = null;
        var armed = false;
        leaving = await TestCard.InsertAsync(
            fixture.Pcscd, command => first.Card.Transmit(command), atr: Convert.ToHexString(first.Card.Atr.Span), reset: () =>
            {
                if (Volatile.Read(ref armed) && leaving!.Heard.LastOrDefault() == "reset")
                {
                    leaving.RemoveAsync().GetAwaiter().GetResult();
                }
            });
        await fixture.UntilPresentAsync();
        var used = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        var next = await second.InsertAsync(fixture);
        Volatile.Write(ref armed, true);

        used.Dispose();

        await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == CardPresence.Mute);
        await leaving.DisposeAsync();
        await using (var agent = new RealAgent(fixture.Readers))
        {
            Assert.Equal(LoginEnding.Signed, await agent.EndAsync(agent.Begin()));
        }

        Assert.Equal((0, 1), (first.PinCommands, second.PinCommands));
        await next.DisposeAsync();
        await fixture.UntilEmptyAsync();
    }
}
