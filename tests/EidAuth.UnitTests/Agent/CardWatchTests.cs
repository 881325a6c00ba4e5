using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.Card)]
public sealed class CardWatchTests : IDisposable
{
    private static readonly ReaderState WithCard = new("Reader", CardPresence.Present, new byte[] { 0x3B, 0x98 }, 1);

    private readonly LoginAttempt attempt = new(Request(), UiLanguage.English, TimeSpan.FromMinutes(2), TimeProvider.System);
    private readonly CancellationTokenSource over = new();

    [Theory]
    [InlineData(CardFault.Cancelled)]
    [InlineData(CardFault.ServiceUnavailable)]
    public async Task A_watch_that_is_over_leaves_the_ending_to_the_login(CardFault fault)
    {
        await over.CancelAsync();

        await CardWatch.EndOnRemovalAsync(attempt, new FailingReaders(fault), Card(), over.Token);

        Assert.Null(attempt.Progress.Ending);
    }

    [Theory]
    [InlineData(CardFault.ServiceUnavailable, nameof(LoginEnding.ServiceLost))]
    [InlineData(CardFault.ReaderUnavailable, nameof(LoginEnding.ReaderLost))]
    public async Task One_that_fails_ends_the_login_with_what_it_saw(CardFault fault, string ending)
    {
        await CardWatch.EndOnRemovalAsync(attempt, new FailingReaders(fault), Card(), over.Token);

        Assert.Equal(ending, attempt.Progress.Ending.ToString());
    }

    public void Dispose()
    {
        attempt.Dispose();
        over.Dispose();
    }

    // The watch looks at the readers, never at the session.
    private static FoundCard Card() => new(null!, WithCard, [WithCard]);

    private static LoginRequest Request()
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var address));
        return LoginRequest.Create("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", address!, "AAAAAAAAAAAAAAAAAAAAAA");
    }

    private sealed class FailingReaders(CardFault fault) : IResourceManager
    {
        public IReadOnlyList<ReaderState> ListReaders() => [WithCard];

        public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
            throw new CardException(fault, "As a service that stops.");

        public ICardHandle Connect(string reader) => throw new CardException(CardFault.NoCard, "There is none.");
    }
}
