using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Vpcd;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.Vpcd;

/// <summary>The bridge against a driver played by the test, frame by frame.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class VpcdCardTests : IDisposable
{
    private const string Atr = "3B7F96000080318065B085040120120FFF829000";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly SimulatedCard card;
    private int timesInserted;

    public VpcdCardTests()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        card = pki.IssueCard(Citizen.All["adult-18"]);
        listener.Start();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private VpcdSlot Slot => new(((IPEndPoint)listener.LocalEndpoint).Port, TimeProvider.System);

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Atr_is_answered_at_any_time_and_the_card_counts_as_inserted_once_powered()
    {
        using var stop = new CancellationTokenSource();
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, stop.Token);
        using var driver = await listener.AcceptSocketAsync(Cancellation);

        Assert.Equal(Atr, await driver.AskAsync("04"));
        Assert.Equal(Atr, await driver.AskAsync("04"));
        Assert.Equal(0, timesInserted);
        await driver.TellAsync("01");
        Assert.Equal(Atr, await driver.AskAsync("04"));
        await driver.TellAsync("00");
        Assert.Equal(Atr, await driver.AskAsync("04"));
        Assert.Equal(1, timesInserted);

        await stop.CancelAsync();
        await bridge;
        Assert.Equal(0, await driver.ReceiveAsync(new byte[1], Cancellation));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("02")]
    public async Task Power_and_reset_forget_the_pin_and_the_file_and_get_no_answer(string frame)
    {
        using var stop = new CancellationTokenSource();
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, stop.Token);
        using var driver = await listener.AcceptSocketAsync(Cancellation);

        Assert.Equal("9000", await driver.AskAsync("00A4080C022F00"));
        Assert.Equal("9000", await driver.AskAsync("0020000108241234FFFFFFFFFF"));
        await driver.TellAsync(frame);
        Assert.Equal("6986", await driver.AskAsync("00B0000000"));
        Assert.Equal("63C3", await driver.AskAsync("0020000100"));

        await stop.CancelAsync();
        await bridge;
    }

    [Theory]
    [InlineData("")]
    [InlineData("03")]
    [InlineData("FF")]
    public async Task Frames_nobody_defined_get_no_answer(string frame)
    {
        using var stop = new CancellationTokenSource();
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, stop.Token);
        using var driver = await listener.AcceptSocketAsync(Cancellation);

        await driver.TellAsync(frame);
        Assert.Equal(Atr, await driver.AskAsync("04"));
        Assert.Equal("6700", await driver.AskAsync("00A4"));

        await stop.CancelAsync();
        await bridge;
    }

    [Fact]
    public async Task Frames_may_come_byte_by_byte_and_two_at_once()
    {
        using var stop = new CancellationTokenSource();
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, stop.Token);
        using var driver = await listener.AcceptSocketAsync(Cancellation);
        driver.NoDelay = true;

        foreach (var octet in Convert.FromHexString("000700A4080C022F00"))
        {
            await driver.SendAsync(new[] { octet }, Cancellation);
        }

        Assert.Equal("9000", await driver.HearAsync());
        await driver.SendAsync(Convert.FromHexString("000500B0000003" + "000500B0000301"), Cancellation);
        Assert.Equal("61234F9000", await driver.HearAsync());
        Assert.Equal("0C9000", await driver.HearAsync());

        await stop.CancelAsync();
        await bridge;
    }

    [Fact]
    public async Task The_longest_frame_is_a_command_too_long()
    {
        using var stop = new CancellationTokenSource();
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, stop.Token);
        using var driver = await listener.AcceptSocketAsync(Cancellation);

        Assert.Equal("6700", await driver.AskAsync(new string('0', 2 * ushort.MaxValue)));

        await stop.CancelAsync();
        await bridge;
    }

    [Fact]
    public async Task A_driver_that_hangs_up_in_the_middle_of_a_frame_ends_the_card()
    {
        var bridge = VpcdCard.RunAsync(card, Slot, () => timesInserted++, Cancellation);
        using (var driver = await listener.AcceptSocketAsync(Cancellation))
        {
            await driver.SendAsync(Convert.FromHexString("000700A4"), Cancellation);
            driver.Shutdown(SocketShutdown.Send);
            await Assert.ThrowsAsync<EndOfStreamException>(() => bridge);
        }
    }

    [Fact]
    public async Task Nobody_listening_is_a_refused_connection()
    {
        var slot = Slot;
        listener.Stop();
        var refused = await Assert.ThrowsAsync<SocketException>(() => VpcdCard.RunAsync(card, slot, () => timesInserted++, Cancellation));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }
}
