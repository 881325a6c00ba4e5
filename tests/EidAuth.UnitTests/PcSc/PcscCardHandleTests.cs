using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
public class PcscCardHandleTests
{
    private readonly FakeWinScard scard = new();

    [Theory]
    [InlineData(0x8010001D, CardFault.ServiceUnavailable)]
    [InlineData(0x8010001E, CardFault.ServiceUnavailable)]
    [InlineData(0x80100013, CardFault.ServiceUnavailable)]
    [InlineData(0x8010006A, CardFault.ServiceUnavailable)]
    [InlineData(0x80100009, CardFault.ReaderUnavailable)]
    [InlineData(0x80100017, CardFault.ReaderUnavailable)]
    [InlineData(0x8010002E, CardFault.ReaderUnavailable)]
    [InlineData(0x8010000C, CardFault.NoCard)]
    [InlineData(0x8010000B, CardFault.Busy)]
    [InlineData(0x80100066, CardFault.Mute)]
    [InlineData(0x80100067, CardFault.Mute)]
    [InlineData(0x80100069, CardFault.Removed)]
    [InlineData(0x8010000F, CardFault.NotBelgian)]
    [InlineData(0x8010000A, CardFault.Timeout)]
    [InlineData(0x80100004, CardFault.Protocol)]
    public void A_failed_connection_says_why_and_leaves_nothing_open(uint code, CardFault fault)
    {
        scard.OnConnect = () => code;
        Assert.Equal(fault, Assert.Throws<CardException>(() => Connect()).Fault);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public void Without_a_service_there_is_no_connection()
    {
        scard.OnEstablish = () => ScardCode.NoService;
        Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(() => Connect()).Fault);
        Assert.Equal(0, scard.Calls(nameof(IWinScard.ReleaseContext)));
    }

    [Fact]
    public void A_card_that_leaves_before_its_atr_is_known_leaves_nothing_open()
    {
        scard.OnStatus = () => ScardCode.RemovedCard;
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Connect()).Fault);
        Assert.Empty(scard.Open);
    }

    [Theory]
    [InlineData(0x80100016, CardFault.Removed)]
    [InlineData(0x80100069, CardFault.Removed)]
    [InlineData(0x80100068, CardFault.Reset)]
    public void A_card_that_is_gone_or_reset_is_not_asked_again(uint code, CardFault fault)
    {
        using var handle = Connect();
        scard.OnTransmit = () => (code, []);
        Faulty(fault, () => Transmit(handle));
        scard.OnTransmit = () => (0, [0x90, 0x00]);
        Faulty(fault, () => Transmit(handle));
        Faulty(fault, () => handle.Control(1, [], new byte[2]));
        Faulty(fault, () => handle.BeginTransaction().Dispose());
        Assert.Equal(1, scard.Calls(nameof(IWinScard.Transmit)));
        Assert.Equal(0, scard.Calls(nameof(IWinScard.Control)));
        Assert.Equal(1, scard.Calls(nameof(IWinScard.BeginTransaction)));
    }

    [Fact]
    public void Success_without_a_single_byte_is_a_removal()
    {
        using var handle = Connect();
        scard.OnTransmit = () => (0, []);
        Faulty(CardFault.Removed, () => Transmit(handle));
        Faulty(CardFault.Removed, () => Transmit(handle));
        Assert.Equal(1, scard.Calls(nameof(IWinScard.Transmit)));
    }

    [Theory]
    [InlineData(0x80100068, CardFault.Reset)]
    [InlineData(0x80100069, CardFault.Removed)]
    public void A_transaction_that_finds_the_card_gone_or_reset_ends_the_handle(uint code, CardFault fault)
    {
        using var handle = Connect();
        scard.OnBegin = () => code;
        Faulty(fault, () => handle.BeginTransaction().Dispose());
        Faulty(fault, () => Transmit(handle));
        Assert.Equal(0, scard.Calls(nameof(IWinScard.EndTransaction)) + scard.Calls(nameof(IWinScard.Transmit)));
    }

    [Fact]
    public void Another_fault_passes_by()
    {
        using var handle = Connect();
        scard.OnTransmit = () => (ScardCode.Timeout, []);
        Faulty(CardFault.Timeout, () => Transmit(handle));
        scard.OnTransmit = () => (0, [0x90, 0x00]);
        Assert.Equal(2, Transmit(handle));
    }

    [Theory]
    [InlineData(0x8010001F)]
    [InlineData(0x80100022)]
    public void A_control_the_reader_does_not_know_is_not_supported(uint code)
    {
        using var handle = Connect();
        scard.OnControl = () => (code, []);
        Assert.Throws<NotSupportedException>(() => handle.Control(1, [], new byte[2]));
    }

    [Fact]
    public void A_control_that_was_not_transacted_does_not_end_the_handle()
    {
        using var handle = Connect();
        scard.OnControl = () => (ScardCode.NotTransacted, []);
        Faulty(CardFault.Removed, () => handle.Control(1, [], new byte[2]));
        Assert.Equal(2, Transmit(handle));
    }

    [Fact]
    public void The_end_resets_the_card_once_and_closes_all()
    {
        var handle = Connect();
        handle.Dispose();
        handle.Dispose();
        Assert.Equal([true], scard.Disconnections);
        Assert.Empty(scard.Open);
        Assert.Throws<ObjectDisposedException>(() => Transmit(handle));
        Assert.Throws<ObjectDisposedException>(() => handle.BeginTransaction().Dispose());
    }

    [Theory]
    [InlineData(0x80100069)]
    [InlineData(0x80100068)]
    public void The_end_of_a_handle_whose_card_is_gone_leaves_the_next_card_alone(uint code)
    {
        var handle = Connect();
        scard.OnStatus = () => code;
        handle.Dispose();
        Assert.Equal([false], scard.Disconnections);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public void A_command_that_failed_on_the_way_may_have_verified_a_pin_so_the_card_is_reset()
    {
        var handle = Connect();
        scard.OnTransmit = () => (ScardCode.NotTransacted, []);
        Faulty(CardFault.Removed, () => Transmit(handle));
        handle.Dispose();
        Assert.Equal([true], scard.Disconnections);
    }

    [Fact]
    public void A_transaction_ends_once_and_not_after_the_handle()
    {
        var handle = Connect();
        var first = handle.BeginTransaction();
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, scard.Calls(nameof(IWinScard.EndTransaction)));
        var second = handle.BeginTransaction();
        handle.Dispose();
        second.Dispose();
        Assert.Equal(1, scard.Calls(nameof(IWinScard.EndTransaction)));
    }

    private static void Faulty(CardFault fault, Action act) => Assert.Equal(fault, Assert.Throws<CardException>(act).Fault);

    private static int Transmit(ICardHandle handle) => handle.Transmit([0x00, 0x84, 0x00, 0x00, 0x08], new byte[258]);

    private ICardHandle Connect() => new PcscResourceManager(scard, TimeProvider.System).Connect("Reader 00 00");
}
