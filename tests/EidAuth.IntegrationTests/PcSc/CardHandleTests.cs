using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
[Collection(ServiceAddress.Collection)]
public sealed class CardHandleTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    private static readonly byte[] Command = [0x00, 0x84, 0x00, 0x00, 0x08];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_reaches_the_card_and_its_answer_comes_back()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Assert.Equal(PrivatePcscd.FirstReader, handle.Reader);
        Assert.Equal(TestCard.Atr, Convert.ToHexString(handle.Atr.Span));
        Assert.Equal("00840000089000", Transmit(handle, Command));
    }

    [Fact]
    public async Task The_longest_command_and_answer_pass()
    {
        var answer = Enumerable.Range(0, 256).Select(i => (byte)i).Concat(new byte[] { 0x90, 0x00 }).ToArray();
        await using var card = await InsertAsync(_ => answer);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        byte[] command = [0x00, 0xD6, 0x00, 0x00, 0xFF, .. Enumerable.Repeat((byte)0x5A, 255)];
        Assert.Equal(Convert.ToHexString(answer), Transmit(handle, command));
        Assert.Contains(Convert.ToHexString(command), card.Heard);
    }

    [Fact]
    public async Task A_slow_card_is_waited_for()
    {
        await using var card = await InsertAsync(_ =>
        {
            Task.Delay(TimeSpan.FromSeconds(2), Cancellation).Wait(Cancellation);
            return [0x90, 0x00];
        });
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Assert.Equal("9000", Transmit(handle, Command));
    }

    [Fact]
    public async Task A_card_pulled_out_during_a_command_stays_removed_even_when_another_comes()
    {
        await using var card = await InsertAsync(_ => null);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Faulty(CardFault.Removed, () => Transmit(handle, Command));
        Faulty(CardFault.Removed, () => Transmit(handle, Command));
        Faulty(CardFault.Removed, () => handle.BeginTransaction().Dispose());

        await fixture.UntilEmptyAsync();
        await using var next = await InsertAsync(command => [.. command, 0x90, 0x00]);
        Faulty(CardFault.Removed, () => Transmit(handle, Command));
        Assert.DoesNotContain(Convert.ToHexString(Command), next.Heard);
    }

    [Fact]
    public async Task A_card_swapped_between_two_commands_is_removed_for_the_old_handle()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Transmit(handle, Command);
        await using var next = await TestCard.InsertEchoAsync(fixture.Pcscd);
        await card.RemoveAsync();

        // At once, before the service has looked at the reader again: the swap must not go unnoticed.
        var fault = Assert.Throws<CardException>(() =>
        {
            Transmit(handle, Command);
            handle.BeginTransaction().Dispose();
            Transmit(handle, Command);
        }).Fault;
        Assert.Equal(CardFault.Removed, fault);
        Assert.DoesNotContain(Convert.ToHexString(Command), next.Heard);
    }

    [Fact]
    public async Task A_card_reset_by_another_program_stays_reset_for_this_handle()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Transmit(handle, Command);
        fixture.Readers.Connect(PrivatePcscd.FirstReader).Dispose();
        Faulty(CardFault.Reset, () => Transmit(handle, Command));
        Faulty(CardFault.Reset, () => handle.BeginTransaction().Dispose());
        Faulty(CardFault.Reset, () => Transmit(handle, Command));
    }

    [Fact]
    public async Task The_end_of_a_handle_resets_the_card()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Transmit(handle, Command);
        handle.Dispose();
        handle.Dispose();
        var heard = card.Heard.ToArray();
        Assert.Contains(heard[(Array.IndexOf(heard, Convert.ToHexString(Command)) + 1)..], word => word is "reset" or "off");
        Assert.Throws<ObjectDisposedException>(() => Transmit(handle, Command));
    }

    [Fact]
    public async Task A_transaction_keeps_others_out_until_it_ends()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        using var mine = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        using var other = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Task<string> blocked;
        using (mine.BeginTransaction())
        {
            blocked = Task.Run(() =>
            {
                using (other.BeginTransaction())
                {
                    return Transmit(other, [0x00, 0x84, 0x00, 0x00, 0x04]);
                }
            }, Cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(500), Cancellation);
            Assert.False(blocked.IsCompleted);
            Assert.Equal("00840000089000", Transmit(mine, Command));
        }

        Assert.Equal("00840000049000", await blocked.WaitAsync(PcscFixture.Patience, Cancellation));
    }

    [Fact]
    public async Task A_card_that_another_program_holds_alone_is_busy()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        const int shareExclusive = 1, t0 = 1, leave = 0;
        Assert.Equal(0, LinuxNative.SCardEstablishContext(2, 0, 0, out var context));
        Assert.Equal(0, LinuxNative.SCardConnect(context, PrivatePcscd.FirstReader, shareExclusive, t0, out var holder, out _));
        Faulty(CardFault.Busy, () => fixture.Readers.Connect(PrivatePcscd.FirstReader).Dispose());
        Assert.Equal(0, LinuxNative.SCardDisconnect(holder, leave));
        Assert.Equal(0, LinuxNative.SCardReleaseContext(context));
        fixture.Readers.Connect(PrivatePcscd.FirstReader).Dispose();
    }

    [Fact]
    public async Task No_card_and_no_such_reader_are_told_apart()
    {
        await fixture.UntilEmptyAsync();
        Faulty(CardFault.NoCard, () => fixture.Readers.Connect(PrivatePcscd.FirstReader).Dispose());
        Faulty(CardFault.ReaderUnavailable, () => fixture.Readers.Connect("Nobody's Reader 00 00").Dispose());
    }

    [Fact]
    public async Task A_reader_without_controls_says_so_and_goes_on()
    {
        await using var card = await InsertAsync(command => [.. command, 0x90, 0x00]);
        using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        Assert.Throws<NotSupportedException>(() => handle.Control(ControlCode.GetFeatureRequest, [], new byte[256]));
        Assert.Equal("00840000089000", Transmit(handle, Command));
    }

    [Fact]
    public async Task A_service_that_stops_under_a_handle_is_unavailable()
    {
        await using (var card = await InsertAsync(command => [.. command, 0x90, 0x00]))
        {
            using var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader);
            await fixture.Pcscd.StopDaemonAsync();
            Faulty(CardFault.ServiceUnavailable, () => Transmit(handle, Command));
            Faulty(CardFault.ServiceUnavailable, () => Transmit(handle, Command));
        }

        await fixture.Pcscd.StartDaemonAsync(Cancellation);
        await fixture.UntilEmptyAsync();
    }

    private async Task<TestCard> InsertAsync(Func<byte[], byte[]?> answer)
    {
        await fixture.UntilEmptyAsync();
        var card = await TestCard.InsertAsync(fixture.Pcscd, answer);
        await fixture.UntilPresentAsync();
        return card;
    }

    private static void Faulty(CardFault fault, Action act) => Assert.Equal(fault, Assert.Throws<CardException>(act).Fault);

    private static string Transmit(ICardHandle handle, byte[] command)
    {
        var response = new byte[258];
        return Convert.ToHexString(response.AsSpan(0, handle.Transmit(command, response)));
    }
}
