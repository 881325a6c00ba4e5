using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Simulator.Vpcd;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.Vpcd;

/// <summary>What the faults are through the driver, which the test plays: a removal is a closed connection, and there is always a byte to answer.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class VpcdFaultTests : IDisposable
{
    private const string GetCardData = "80E400001C";
    private const string WrongPin = "0020000108249999FFFFFFFFFF";
    private const string TriesLeft = "0020000100";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ManualTimeProvider clock = new();
    private readonly SimulatedCard card;

    public VpcdFaultTests()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        card = pki.IssueCard(Citizen.All["adult-18"]);
        listener.Start();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData(FaultKind.Removed, "63C3")]
    [InlineData(FaultKind.RemovedAfter, "63C2")]
    public async Task A_removal_hangs_up_and_the_same_card_can_be_put_in_again(FaultKind kind, string triesLater)
    {
        card.Plan(new PlannedFault(kind, 2));
        var stay = InsertAsync();
        using (var driver = await listener.AcceptSocketAsync(Cancellation))
        {
            Assert.EndsWith("9000", await driver.AskAsync(GetCardData), StringComparison.Ordinal);
            await driver.TellAsync(WrongPin);
            await driver.HearEndAsync();
            Assert.Equal(kind, await stay);
            Assert.Equal(SecurityState.None, card.SecurityState);
        }

        using var stop = new CancellationTokenSource();
        stay = InsertAsync(stop: stop);
        using var later = await listener.AcceptSocketAsync(Cancellation);
        Assert.Equal(triesLater, await later.AskAsync(TriesLeft));
        await stop.CancelAsync();
        Assert.Null(await stay);
    }

    [Fact]
    public async Task A_reset_is_a_card_that_forgot_without_telling()
    {
        var stay = InsertAsync();
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        Assert.Equal("9000", await driver.AskAsync("00A4080C022F00"));
        card.Plan(new PlannedFault(FaultKind.Reset, 1));
        Assert.Equal("6986", await driver.AskAsync("00B0000001"));
        Assert.False(stay.IsCompleted);
    }

    [Fact]
    public async Task A_slow_answer_comes_after_ten_seconds_of_the_clock()
    {
        var stay = InsertAsync();
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        card.Plan(new PlannedFault(FaultKind.Slow, 1));
        var answer = driver.AskAsync(GetCardData);
        Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, TimeSpan.FromSeconds(10)));
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.EndsWith("9000", await answer, StringComparison.Ordinal);
        Assert.False(stay.IsCompleted);
    }

    [Fact]
    public async Task A_mute_card_leaves_the_slot_after_ten_seconds_of_the_clock()
    {
        var stay = InsertAsync();
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        card.Plan(new PlannedFault(FaultKind.Mute, 1));
        await driver.TellAsync(GetCardData);
        Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, TimeSpan.FromSeconds(10)));
        Assert.True(card.IsMute);
        clock.Advance(TimeSpan.FromSeconds(10));
        await driver.HearEndAsync();
        Assert.Equal(FaultKind.Mute, await stay);
        Assert.False(card.IsMute);
    }

    [Fact]
    public async Task Garbage_is_never_an_empty_answer()
    {
        _ = InsertAsync();
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        // In a process this seed gives no byte at all.
        var seed = Enumerable.Range(0, 2000).First(candidate => new Random(candidate).Next(0, 259) == 0);
        card.Plan(new PlannedFault(FaultKind.Garbage, 1) { Seed = seed });
        Assert.NotEmpty(await driver.AskAsync(GetCardData));
        Assert.EndsWith("9000", await driver.AskAsync(GetCardData), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_can_be_of_a_reader_that_resolves_lengths()
    {
        _ = InsertAsync(resolves: true);
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        Assert.Equal("9000", await driver.AskAsync("00A4080C063F00DF005032"));
        Assert.Equal(2 * 43, (await driver.AskAsync("00B0000000")).Length);
    }

    private Task<FaultKind?> InsertAsync(bool resolves = false, CancellationTokenSource? stop = null) => VpcdCard.RunAsync(
        card, new VpcdSlot(((IPEndPoint)listener.LocalEndpoint).Port, clock) { ResolvesLengths = resolves }, () => { }, stop?.Token ?? Cancellation);
}
