using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;
using static EidAuth.Simulator.Reader.KeypadKey;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>The library's keypad roads on the simulated reader's, each of the three: the same PIN, the same outcomes.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class PinPadSessionTests
{
    private const string KnownForPseudoApdus = "VASCO DIGIPASS 870 (simulated) 00 00";

    private static readonly KeypadKey[] Right = [D1, D2, D3, D4, Ok];
    private static readonly KeypadKey[] Wrong = [D9, D9, D9, D9, Ok];
    private static readonly KeypadKey[] New = [D5, D6, D7, D8, Ok];

    public static TheoryData<PinPadRoad> Roads => [.. Enum.GetValues<PinPadRoad>()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task A_PIN_is_checked_on_the_keypad(PinPadRoad road)
    {
        using var bench = Bench(road);
        var card = bench.Insert();
        using var session = Open(bench);
        Assert.True(session.HasPinPad && session.CanChangePinOnPinPad);
        Assert.Equal(new PinResult.WrongPin(2), await AnswerAsync(bench, () => session.VerifyPinOnPinPad("nl", null, Cancellation), Wrong));
        Assert.Equal(new PinResult.Done(), await AnswerAsync(bench, () => session.VerifyPinOnPinPad("nl", null, Cancellation), Right));
        AssertLoggedOff(card);
        Assert.Equal(3, card.TriesLeft);
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task A_PIN_is_changed_on_the_keypad(PinPadRoad road)
    {
        using var bench = Bench(road);
        var card = bench.Insert("adult-17");
        using var session = Open(bench);
        Assert.Equal(new PinResult.Done(), await AnswerAsync(bench, () => session.ChangePinOnPinPad("fr", null, Cancellation), [.. Right, .. New, .. New]));
        AssertLoggedOff(card);
        Assert.Equal(new PinResult.WrongPin(2), session.VerifyPin("1234"u8));
        Assert.Equal(new PinResult.Done(), session.VerifyPin("5678"u8));
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task What_the_person_does_otherwise_is_a_result_and_costs_no_try(PinPadRoad road)
    {
        using var bench = Bench(road);
        var card = bench.Insert();
        using var session = Open(bench);
        Assert.Equal(new PinResult.PinPadCancelled(), await AnswerAsync(bench, () => session.VerifyPinOnPinPad("de", null, Cancellation), [D1, Cancel]));
        Assert.Equal(new PinResult.PinLength(), await AnswerAsync(bench, () => session.VerifyPinOnPinPad("de", null, Cancellation), [D1, Ok]));
        Assert.Equal(new PinResult.NewPinsDiffer(), await AnswerAsync(bench, () => session.ChangePinOnPinPad("de", null, Cancellation), [.. Right, .. New, .. Right]));
        Assert.Equal(new PinResult.PinLength(), await AnswerAsync(bench, () => session.ChangePinOnPinPad("de", null, Cancellation), [.. Right, D5, Ok]));
        Assert.Equal(3, card.TriesLeft);
        AssertLoggedOff(card);
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task A_keypad_nobody_touches_ends_by_itself(PinPadRoad road)
    {
        using var bench = Bench(road);
        bench.Insert();
        using var session = Open(bench);
        var result = AnswerAsync(bench, () => session.VerifyPinOnPinPad("en", null, Cancellation), []);
        await AdvanceUntilAsync(bench, result);
        Assert.Equal(new PinResult.PinPadTimedOut(), await result);
        Assert.Equal(ReaderDisplay.TimedOut, bench.Reader.Panel.Display);
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task A_card_pulled_out_at_the_keypad_ends_it(PinPadRoad road)
    {
        using var bench = Bench(road);
        var card = bench.Insert();
        using var session = Open(bench);
        var result = AnswerAsync(bench, () => session.VerifyPinOnPinPad("en", null, Cancellation), [D1, D2]);
        await bench.PanelAsync(panel => panel.Digits == 2);
        bench.Reader.Remove();
        await AdvanceUntilAsync(bench, result);
        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => result)).Fault);
        Assert.DoesNotContain(card.Transcript, command => command.StartsWith("0020000108", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_can_be_withdrawn_is_withdrawn()
    {
        using var bench = Bench(PinPadRoad.StartFinish);
        var card = bench.Insert();
        using var session = Open(bench);
        using var stop = new CancellationTokenSource();
        var result = AnswerAsync(bench, () => session.VerifyPinOnPinPad("en", cancellation: stop.Token), [D1, D2]);
        await bench.PanelAsync(panel => panel.Digits == 2);
        await stop.CancelAsync();
        await AdvanceUntilAsync(bench, result);
        Assert.Equal(new PinResult.PinPadCancelled(), await result);
        Assert.Equal(ReaderDisplay.Cancelled, bench.Reader.Panel.Display);
        Assert.False(bench.Reader.Panel.KeypadWaits);
        Assert.DoesNotContain(card.Transcript, command => command.StartsWith("0020000108", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_without_a_finish_leaves_the_keypad_with_its_handle()
    {
        using var bench = Bench(PinPadRoad.StartFinish);
        bench.Insert();
        var handle = bench.Connect();
        Assert.Equal("", handle.Control(EidAuth.PcSc.ControlCode.Of(3501), "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF"));
        await bench.PanelAsync(panel => panel.KeypadWaits);
        handle.Dispose();
        Assert.False(bench.Reader.Panel.KeypadWaits);
        Assert.Equal(0, bench.Reader.Panel.Digits);
    }

    [Fact]
    public void Pseudo_apdus_of_a_reader_that_does_not_take_them_reach_the_card()
    {
        using var bench = Bench(PinPadRoad.Direct);
        bench.Insert();
        using var handle = bench.Connect();
        Assert.Equal("6E00", handle.Say("FFC2010000"));
    }

    private static ReaderBench Bench(PinPadRoad road) => new(road: road, name: road == PinPadRoad.PseudoApdu ? KnownForPseudoApdus : ReaderBench.Name);

    private static BelpicSession Open(ReaderBench bench) => BelpicSession.Open(bench.Connect(), bench.Clock);

    // Types once the keypad asks; keys after the last are nobody's.
    private static async Task<PinResult> AnswerAsync(ReaderBench bench, Func<PinResult> ask, KeypadKey[] keys)
    {
        var result = Task.Run(ask, Cancellation);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(keys);
        if (keys is [.., Ok or Cancel])
        {
            await AdvanceUntilAsync(bench, result);
        }

        return await result;
    }

    // The library looks for keys ten times a second of the bench's clock.
    private static async Task AdvanceUntilAsync(ReaderBench bench, Task done)
    {
        for (var i = 0; i < 2000 && !done.IsCompleted; i++)
        {
            await Task.WhenAny(done, Task.Delay(1, Cancellation));
            bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }
    }

    private static void AssertLoggedOff(SimulatedCard card)
    {
        Assert.Equal("80E6000000", card.Transcript[^1]);
        Assert.Equal(SecurityState.None, card.SecurityState);
    }
}
