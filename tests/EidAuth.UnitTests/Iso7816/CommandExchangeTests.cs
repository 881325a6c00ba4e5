using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Iso7816;

[Trait("Group", TestGroup.FirstLogin)]
#pragma warning disable CA1001 // The card is a script: there is nothing to let go.
public class CommandExchangeTests
#pragma warning restore CA1001
{
    private const string ReadBinary = "00B00000";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ScriptedCard card = new();

    [Fact]
    public void A_plain_answer_is_passed_on()
    {
        card.On("00B0000004", "0102 0304 9000");
        Assert.Equal(("01020304", 0x9000), Read(4));
    }

    [Fact]
    public void Waiting_bytes_are_fetched_with_get_response()
    {
        card.On("00B0000004", "6104").On("00C0000004", "01020304 9000");
        Assert.Equal(("01020304", 0x9000), Read(4));
    }

    [Fact]
    public void Bytes_that_come_with_61_are_kept_before_the_fetched_ones()
    {
        card.On("00B0000004", "01 02 6102").On("00C0000002", "0304 9000");
        Assert.Equal(("01020304", 0x9000), Read(4));
    }

    [Fact]
    public void Answers_are_fetched_in_as_many_parts_as_the_card_wants()
    {
        card.On("00B0000004", "6101").On("00C0000001", "01 6101").On("00C0000001", "02 6102").On("00C0000002", "0304 9000");
        Assert.Equal(("01020304", 0x9000), Read(4));
    }

    [Fact]
    public void Sixty_one_zero_zero_stands_for_256_bytes()
    {
        card.On(ReadBinary + "00", "6100").On("00C0000000", new string('A', 512) + "9000");
        Assert.Equal((new string('A', 512), 0x9000), Read(256));
    }

    [Fact]
    public void A_command_with_the_wrong_le_is_sent_again_with_the_right_one()
    {
        card.On(ReadBinary + "00", "6C03").On(ReadBinary + "03", "010203 9000");
        Assert.Equal(("010203", 0x9000), Read(256));
    }

    [Fact]
    public void Sixty_c_zero_zero_stands_for_256_bytes()
    {
        card.On(ReadBinary + "04", "6C00").On(ReadBinary + "00", new string('A', 512) + "9000");
        Assert.Equal((new string('A', 512), 0x9000), Read(4));
    }

    [Fact]
    public void Get_response_with_the_wrong_le_is_sent_again_too()
    {
        card.On("00B0000004", "6108").On("00C0000008", "6C04").On("00C0000004", "01020304 9000");
        Assert.Equal(("01020304", 0x9000), Read(4));
    }

    [Fact]
    public void A_reader_that_resolved_both_itself_leaves_nothing_to_do()
    {
        card.On(ReadBinary + "00", "010203 9000");
        Assert.Equal(("010203", 0x9000), Read(256));
    }

    [Fact]
    public void A_second_wrong_le_is_handed_to_the_caller()
    {
        card.On(ReadBinary + "00", "6C03").On(ReadBinary + "03", "6C02");
        Assert.Equal(("", 0x6C02), Read(256));
    }

    [Fact]
    public void A_command_with_data_is_not_sent_twice_for_its_le()
    {
        card.On("00A40000023F00", "6C03");
        Span<byte> answer = stackalloc byte[256];
        Assert.Equal(0x6C03, new CommandExchange(card, TimeProvider.System).Send(new CommandApdu(0, 0xA4, 0, 0, [0x3F, 0x00], 256), answer).StatusWord.Value);
        card.AssertPlayed();
    }

    [Fact]
    public void Waiting_bytes_without_end_are_a_fault()
    {
        card.On("00B0000004", "6101");
        for (var i = 0; i < 8; i++)
        {
            card.On("00C0000001", "6101");
        }

        Assert.Equal(CardFault.Protocol, Assert.Throws<CardException>(() => Read(4)).Fault);
        card.AssertPlayed();
    }

    [Fact]
    public void More_data_than_was_asked_for_is_a_fault()
    {
        card.On("00B0000000", new string('A', 512) + "6101").On("00C0000001", "01 9000");
        Assert.Equal(CardFault.Protocol, Assert.Throws<CardException>(() => Read(256)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    public void An_answer_without_status_word_is_a_fault(string answer)
    {
        card.On("00B0000004", answer);
        Assert.Equal(CardFault.Protocol, Assert.Throws<CardException>(() => Read(4)).Fault);
    }

    [Fact]
    public void An_error_of_get_response_is_the_commands_own()
    {
        card.On("00B0000004", "6104").On("00C0000004", "6985");
        Assert.Equal(("", 0x6985), Read(4));
    }

    [Fact]
    public void The_channels_faults_pass_through()
    {
        card.On("00B0000004", CardFault.Removed);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Read(4)).Fault);
    }

    [Fact]
    public async Task An_old_card_is_given_its_pause_before_the_command_comes_back()
    {
        var clock = new ManualTimeProvider();
        card.On(ReadBinary + "00", "6C03").On(ReadBinary + "03", "010203 9000");
        var exchange = new CommandExchange(card, clock) { WrongLengthPause = TimeSpan.FromMilliseconds(40) };
        var read = Task.Run(() => Read(exchange, 256), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, Patience));
        clock.Advance(TimeSpan.FromMilliseconds(39));
        Assert.Single(card.Commands);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("010203", (await read.WaitAsync(Patience, TestContext.Current.CancellationToken)).Data);
    }

    [Fact]
    public void A_newer_card_is_not_made_to_wait()
    {
        // A clock that nobody moves would wait for ever.
        card.On(ReadBinary + "00", "6C03").On(ReadBinary + "03", "010203 9000");
        Assert.Equal("010203", Read(new CommandExchange(card, new ManualTimeProvider()), 256).Data);
    }

    private (string Data, int StatusWord) Read(int le)
    {
        var read = Read(new CommandExchange(card, TimeProvider.System), le);
        card.AssertPlayed();
        return read;
    }

    private static (string Data, int StatusWord) Read(CommandExchange exchange, int le)
    {
        Span<byte> answer = stackalloc byte[256];
        var response = exchange.Send(new CommandApdu(0x00, 0xB0, 0x00, 0x00, le), answer);
        return (Convert.ToHexString(response.Data), response.StatusWord.Value);
    }
}
