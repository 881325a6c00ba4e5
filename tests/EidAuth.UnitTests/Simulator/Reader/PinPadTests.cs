using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;
using static EidAuth.Simulator.Reader.KeypadKey;
using PinVerifyStructure = EidAuth.Simulator.Reader.PinVerifyStructure;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PinPadTests : IDisposable
{
    private const string Ask = "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF";
    private static readonly uint VerifyPinDirect = ControlCode.Of(3506);
    private readonly ReaderBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_feature_list_is_VERIFY_and_MODIFY_PIN_DIRECT_with_their_codes_big_endian()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "control codes are counted differently there");
        bench.Insert();
        using var handle = bench.Connect();

        Assert.Equal("060442000DB2070442000DB3", handle.Control(0x42000D48, ""));
    }

    [Fact]
    public void A_reader_without_keys_knows_no_control()
    {
        using var plain = new ReaderBench(pinPad: false);
        plain.Insert();
        using var handle = plain.Connect();

        Assert.Throws<NotSupportedException>(() => handle.Control(ControlCode.GetFeatureRequest, ""));
    }

    [Fact]
    public void Another_control_is_not_known()
    {
        bench.Insert();
        using var handle = bench.Connect();

        Assert.Throws<NotSupportedException>(() => handle.Control(ControlCode.Of(1), ""));
    }

    [Fact]
    public async Task The_right_PIN_goes_to_the_card_and_opens_its_key()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        Assert.Equal("9000", handle.Say(ReaderBench.UseAuthenticationKey));

        var status = AskAsync(handle);
        Assert.Equal(ReaderDisplay.EnterPin, (await bench.PanelAsync(panel => panel.KeypadWaits)).Display);
        bench.Type(D1, D2, D3, D4);
        Assert.Equal(4, bench.Reader.Panel.Digits);
        bench.Type(Ok);

        Assert.Equal("9000", await status);
        Assert.Equal("0020000108" + new string('.', 16), card.Transcript[^1]);
        Assert.Equal(new ReaderPanel("adult-18", ReaderDisplay.PinOk, 0, false, bench.Reader.Panel.Version), bench.Reader.Panel);
        Assert.Equal("6160", handle.Say(ReaderBench.Sign));
    }

    [Fact]
    public async Task A_wrong_PIN_shows_the_tries_left()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();

        Assert.Equal("63C2", await TypeAsync(handle, D9, D9, D9, D9, Ok));
        Assert.Equal(ReaderDisplay.PinWrong, bench.Reader.Panel.Display);
        Assert.Equal(2, bench.Reader.Panel.TriesLeft);
        Assert.Equal(2, card.TriesLeft);
    }

    [Fact]
    public async Task The_last_wrong_PIN_shows_that_it_is_blocked()
    {
        var card = bench.Insert("one-try-left");
        using var handle = bench.Connect();

        Assert.Contains(await TypeAsync(handle, D9, D9, D9, D9, Ok), (string[])["63C0", "6983"]);
        Assert.Equal(ReaderDisplay.PinBlocked, bench.Reader.Panel.Display);
        Assert.Null(bench.Reader.Panel.TriesLeft);
        Assert.Equal(0, card.TriesLeft);
    }

    [Fact]
    public async Task Backspace_takes_the_last_digit_and_digits_beyond_the_longest_PIN_are_ignored()
    {
        bench.Insert();
        using var handle = bench.Connect();

        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(Backspace, D7, Backspace, D1, D2, D3, D4, D5, D6, D7, D8, D9, D0, D1, D2, D3, D4);
        Assert.Equal(12, bench.Reader.Panel.Digits);
        bench.Type([.. Enumerable.Repeat(Backspace, 8)]);
        Assert.Equal(4, bench.Reader.Panel.Digits);
        bench.Type(Ok);

        Assert.Equal("9000", await status);
    }

    [Theory]
    [InlineData("6403", ReaderDisplay.PinTooShort, new[] { D1, D2, D3, Ok })]
    [InlineData("6401", ReaderDisplay.Cancelled, new[] { D1, D2, D3, D4, Cancel })]
    public async Task Too_few_digits_and_cancel_cost_no_try(string expected, ReaderDisplay display, KeypadKey[] keys)
    {
        var card = bench.Insert();
        using var handle = bench.Connect();

        Assert.Equal(expected, await TypeAsync(handle, keys));
        Assert.Equal(display, bench.Reader.Panel.Display);
        Assert.Empty(card.Transcript);
    }

    [Fact]
    public async Task Nothing_typed_for_thirty_seconds_is_a_time_out()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);

        bench.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.True(bench.Reader.Panel.KeypadWaits);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("6400", await status);
        Assert.Equal(ReaderDisplay.TimedOut, bench.Reader.Panel.Display);
        Assert.Empty(card.Transcript);
    }

    [Fact]
    public async Task The_first_key_starts_the_second_time_limit()
    {
        bench.Insert();
        using var handle = bench.Connect();

        // 10 s for the first key, 20 s from then on.
        var status = AskAsync(handle, "0A14" + Ask[4..]);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        bench.Type(D1);
        bench.Clock.Advance(TimeSpan.FromSeconds(19));
        bench.Type(D2);
        Assert.Equal(2, bench.Reader.Panel.Digits);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("6400", await status);
    }

    [Fact]
    public void A_structure_it_cannot_follow_is_refused_without_asking()
    {
        bench.Insert();
        using var handle = bench.Connect();
        var before = bench.Reader.Panel;

        Assert.Equal("6B80", handle.Control(VerifyPinDirect, "1E1E8947"));
        Assert.Same(before, bench.Reader.Panel);
    }

    [Fact]
    public async Task Pulling_the_card_ends_the_question()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(D1, D2, D3, D4);

        bench.Reader.Remove();

        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => status)).Fault);
        Assert.Equal(new ReaderPanel(null, ReaderDisplay.InsertCard, 0, false, bench.Reader.Panel.Version), bench.Reader.Panel);
        Assert.Empty(card.Transcript);
    }

    [Fact]
    public async Task A_swap_while_the_keypad_waits_leaves_the_other_card_untouched_and_the_keypad_free()
    {
        bench.Insert("adult-18");
        using var handle = bench.Connect();
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(D1, D2, D3, D4);

        var other = bench.Insert("born-2003");
        bench.Type(Ok);

        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => status)).Fault);
        Assert.Empty(other.Transcript);
        using var next = bench.Connect();
        Assert.Equal("9000", await TypeAsync(next, D1, D2, D3, D4, Ok));
    }

    [Fact]
    public async Task Closing_the_handle_ends_the_question()
    {
        var card = bench.Insert();
        var handle = bench.Connect();
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);

        handle.Dispose();

        Assert.Equal(CardFault.Cancelled, (await Assert.ThrowsAsync<CardException>(() => status)).Fault);
        Assert.Empty(card.Transcript);
        Assert.False(bench.Reader.Panel.KeypadWaits);
    }

    [Fact]
    public async Task A_second_question_waits_until_the_first_is_answered()
    {
        bench.Insert();
        using var first = bench.Connect();
        using var second = bench.Connect();
        var one = AskAsync(first);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        var two = WaitingCall.Start(() => second.Control(VerifyPinDirect, Ask));

        bench.Type(Cancel);

        Assert.Equal("6401", await one);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(D1, D2, D3, D4, Ok);
        Assert.Equal("9000", await two);
    }

    [Fact]
    public void Keys_pressed_while_nothing_is_asked_do_nothing()
    {
        bench.Insert();
        var before = bench.Reader.Panel;

        bench.Type(D1, D2, Ok, Cancel, Backspace);

        Assert.Same(before, bench.Reader.Panel);
    }

    [Fact]
    public async Task A_result_stays_four_seconds()
    {
        bench.Insert();
        using var handle = bench.Connect();
        await TypeAsync(handle, Cancel);

        bench.Clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.Equal(ReaderDisplay.Cancelled, bench.Reader.Panel.Display);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(ReaderDisplay.Ready, bench.Reader.Panel.Display);
    }

    [Fact]
    public async Task An_old_result_does_not_cut_a_new_one_short()
    {
        bench.Insert();
        using var handle = bench.Connect();
        await TypeAsync(handle, Cancel);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        await TypeAsync(handle, D1, D2, D3, D4, Ok);

        bench.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(ReaderDisplay.PinOk, bench.Reader.Panel.Display);
    }

    [Fact]
    public void Typed_digits_are_zeroed_at_the_end()
    {
        Assert.True(PinVerifyStructure.TryParse(Convert.FromHexString(Ask), out var structure));
        var round = new PinEntryRound(structure, this, bench.Clock);
        round.Press(D7);
        round.Press(D8);
        var digits = round.Pin(0);
        Assert.Equal([7, 8], digits.ToArray());

        round.Dispose();

        Assert.Equal([0, 0], digits.ToArray());
        Assert.Equal(0, bench.Clock.ArmedTimers);
    }

    private static Task<string> AskAsync(ICardHandle handle, string structure = Ask) =>
        Task.Run(() => handle.Control(VerifyPinDirect, structure), TestContext.Current.CancellationToken);

    private async Task<string> TypeAsync(ICardHandle handle, params KeypadKey[] keys)
    {
        var status = AskAsync(handle);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(keys);
        return await status.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
