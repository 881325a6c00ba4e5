using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

/// <summary>Keypads behind SCardControl, byte for byte.</summary>
[Trait("Group", TestGroup.Card)]
public class PinPadControlTests
{
    private const string Direct = "0604 42330006 0704 42330007";
    private const string TwoSteps = "0104 42330001 0204 42330002 0304 42330003 0404 42330004";
    private const string Keys = "0504 42330005";
    private const string Abort = "0B04 4233000B";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_pin_modify_structure_is_the_middlewares_byte_for_byte()
    {
        Span<byte> structure = stackalloc byte[45];
        structure.Fill(0xEE);
        PinModifyStructure.Write(0x89, PinPadLanguage.Dutch, PinPadBench.ChangeCommand, structure);
        Assert.Equal(PinPadBench.ModifyStructure, Convert.ToHexString(structure));
    }

    [Fact]
    public void Modify_direct_is_one_control()
    {
        using var bench = new PinPadBench(Direct).Answer("9000");
        Assert.Equal("9000", bench.Modify(Cancellation));
        Assert.Equal(["42330007 " + PinPadBench.ModifyStructure], bench.Said);
    }

    [Fact]
    public void Modify_start_and_finish_are_two()
    {
        using var bench = new PinPadBench(TwoSteps).Answer("", "6402");
        Assert.Equal("6402", bench.Modify(Cancellation));
        Assert.Equal(["42330003 " + PinPadBench.ModifyStructure, "42330004"], bench.Said);
    }

    [Theory]
    [InlineData("0604 42330006", true, false)]
    [InlineData("0604 42330006 0304 42330003", true, false)]
    [InlineData("0604 42330006 0304 42330003 0404 42330004", true, true)]
    [InlineData("0104 42330001 0204 42330002 0704 42330007", true, true)]
    [InlineData("0704 42330007", false, false)]
    public void What_a_keypad_can_do_follows_from_its_features(string features, bool verify, bool modify)
    {
        using var bench = new PinPadBench(features);
        var pinPad = bench.Discover();
        Assert.Equal(verify, pinPad is not null);
        Assert.Equal(modify, pinPad is { CanModify: true });
    }

    [Theory]
    [InlineData("6400")]
    [InlineData("6401")]
    [InlineData("6402")]
    [InlineData("6403")]
    [InlineData("6B80")]
    [InlineData("63C2")]
    public void Whatever_status_the_reader_gives_comes_back(string statusWord)
    {
        using var bench = new PinPadBench(Direct).Answer(statusWord, statusWord);
        Assert.Equal(statusWord, bench.Verify(Cancellation));
        Assert.Equal(statusWord, bench.Modify(Cancellation));
    }

    [Fact]
    public void A_structure_refused_at_the_start_has_no_finish()
    {
        using var bench = new PinPadBench(TwoSteps).Answer("6B80");
        Assert.Equal("6B80", bench.Verify(Cancellation));
        Assert.Equal(["42330001 " + PinPadBench.VerifyStructure], bench.Said);
    }

    [Fact]
    public void Keys_are_followed_between_start_and_finish()
    {
        using var bench = new PinPadBench(TwoSteps + Keys).Answer("", "2B", "2B", "08", "2B", "0A", "2B", "2B", "2B", "2B", "0D", "9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Equal(["42330001 " + PinPadBench.VerifyStructure, .. Enumerable.Repeat("42330005", 10), "42330002"], bench.Said);
    }

    [Fact]
    public void A_change_is_over_after_the_third_ok()
    {
        using var bench = new PinPadBench(TwoSteps + Keys).Answer("", "2B", "0D", "2B", "0D", "2B", "0D", "9000");
        Assert.Equal("9000", bench.Modify(Cancellation));
        Assert.Equal("42330004", bench.Said.Last());
        Assert.Empty(bench.Answers);
    }

    [Theory]
    [InlineData("0E", "6400")]
    [InlineData("1B", "6401")]
    [InlineData("40", "6401")]
    [InlineData("6400", "6400")]
    [InlineData("", "6401")]
    public void A_reader_that_gave_up_is_asked_for_its_result(string key, string result)
    {
        using var bench = new PinPadBench(TwoSteps + Keys + Abort).Answer("", "2B", key, result);
        Assert.Equal(result, bench.Verify(Cancellation));
        Assert.Equal("42330002", bench.Said.Last());
        Assert.DoesNotContain("4233000B", bench.Said);
    }

    [Fact]
    public void A_reader_that_can_be_told_to_stop_is_asked_in_two_steps_though_it_has_one()
    {
        using var bench = new PinPadBench(Direct + TwoSteps + Keys + Abort).Answer("", "0D", "9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Equal(["42330001 " + PinPadBench.VerifyStructure, "42330005", "42330002"], bench.Said);
    }

    [Theory]
    [InlineData(Direct + TwoSteps)]
    [InlineData(Direct + TwoSteps + Keys)]
    [InlineData(Direct + TwoSteps + Abort)]
    [InlineData(Direct + Keys + Abort)]
    public void Any_other_is_asked_in_one(string features)
    {
        using var bench = new PinPadBench(features).Answer("9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Equal(["42330006 " + PinPadBench.VerifyStructure], bench.Said);
    }

    [Fact]
    public void A_question_withdrawn_before_it_was_asked_is_not_asked()
    {
        using var bench = new PinPadBench(Direct);
        Assert.Equal("6401", bench.Verify(new CancellationToken(canceled: true)));
        Assert.Empty(bench.Said);
    }

    [Theory]
    [InlineData("6401")]
    [InlineData("9000")]
    public void A_question_withdrawn_meanwhile_is_aborted_and_the_readers_word_counts(string last)
    {
        using var stop = new CancellationTokenSource();
        using var bench = new PinPadBench(TwoSteps + Keys + Abort).Answer("", "2B", "2B", "", last);
        var answer = bench.Scard.OnControlOf;
        bench.Scard.OnControlOf = (code, input) =>
        {
            if (bench.Said.Count() == 3)
            {
                stop.Cancel();
            }

            return answer(code, input);
        };
        Assert.Equal(last, bench.Verify(stop.Token));
        Assert.Equal(["42330001 " + PinPadBench.VerifyStructure, "42330005", "42330005", "4233000B", "42330002"], bench.Said);
    }

    [Fact]
    public async Task A_reader_that_never_says_that_time_ran_out_is_told_to_stop()
    {
        using var bench = new PinPadBench(TwoSteps + Keys + Abort);
        bench.Scard.OnControlOf = Stuck(bench, () => 0x00);
        var wait = Task.Run(() => bench.Verify(Cancellation), Cancellation);
        var asked = 0;
        while (!wait.IsCompleted && ++asked < 1000)
        {
            SpinWait.SpinUntil(() => bench.Clock.ArmedTimers > 0 || wait.IsCompleted, TimeSpan.FromSeconds(10));
            bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal("6401", await wait.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        Assert.InRange(bench.Said.Count(), 350, 355);
        Assert.Equal(["4233000B", "42330002"], bench.Said.TakeLast(2));
    }

    [Fact]
    public void A_reader_that_reports_keys_faster_than_anybody_types_is_told_to_stop()
    {
        using var bench = new PinPadBench(TwoSteps + Keys + Abort);
        bench.Scard.OnControlOf = Stuck(bench, () => 0x2B);
        Assert.Equal("6401", bench.Verify(Cancellation));
        Assert.Equal(240, bench.Said.Count(said => said == "42330005"));
        Assert.Equal(["4233000B", "42330002"], bench.Said.TakeLast(2));
    }

    [Fact]
    public void A_reader_that_reports_keys_without_end_is_told_to_stop()
    {
        using var bench = new PinPadBench(TwoSteps + Keys + Abort);
        bench.Scard.OnControlOf = Stuck(bench, () =>
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            return 0x2B;
        });
        Assert.Equal("6401", bench.Verify(Cancellation));
        Assert.Equal(180, bench.Said.Count(said => said == "42330005"));
        Assert.Contains("4233000B", bench.Said);
    }

    [Fact]
    public void A_reader_that_refuses_every_length_is_given_up_at_the_fifth()
    {
        using var bench = new PinPadBench(Direct).Answer("6403", "6403", "6403", "6403", "6403");
        var pinPad = bench.Discover()!;
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(0x6403, pinPad.Verify(PinPadLanguage.English, PinPadBench.VerifyCommand, Cancellation).Value);
        }

        var fault = Assert.Throws<CardException>(() => pinPad.Verify(PinPadLanguage.English, PinPadBench.VerifyCommand, Cancellation));
        Assert.Equal((CardFault.Protocol, "6403"), (fault.Fault, fault.StatusWord.ToString()));
    }

    [Fact]
    public void Another_answer_in_between_begins_the_count_anew()
    {
        using var bench = new PinPadBench(Direct).Answer("6403", "6403", "6403", "6403", "63C2", "6403", "6403", "6403", "6403");
        var pinPad = bench.Discover()!;
        for (var i = 0; i < 9; i++)
        {
            pinPad.Verify(PinPadLanguage.English, PinPadBench.VerifyCommand, Cancellation);
        }

        Assert.Empty(bench.Answers);
    }

    [Theory]
    [InlineData(0x8010001F, CardFault.Protocol)]
    [InlineData(0x80100069, CardFault.Removed)]
    [InlineData(0x80100016, CardFault.Removed)]
    [InlineData(0x80100068, CardFault.Reset)]
    [InlineData(0x8010000B, CardFault.Busy)]
    [InlineData(0x80100017, CardFault.ReaderUnavailable)]
    public void A_driver_that_fails_is_a_fault(uint code, CardFault fault)
    {
        using var bench = new PinPadBench(Direct).Fail(code);
        Assert.Equal(fault, Assert.Throws<CardException>(() => bench.Verify(Cancellation)).Fault);
    }

    [Theory]
    [InlineData(0x8010000A, "6400")]
    [InlineData(0x8010006E, "6401")]
    [InlineData(0x80100002, "6401")]
    public void A_driver_that_has_codes_of_its_own_means_the_same(uint code, string statusWord)
    {
        using var bench = new PinPadBench(Direct).Fail(code);
        Assert.Equal(statusWord, bench.Modify(Cancellation));
    }

    private static Func<uint, string, (uint Code, byte[] Answer)> Stuck(PinPadBench bench, Func<byte> key)
    {
        var list = bench.Scard.OnControlOf;
        return (code, input) => code switch
        {
            0x42330005 => (0u, [key()]),
            0x42330002 => (0u, [0x64, 0x01]),
            0x42330001 or 0x4233000B => (0u, []),
            _ => list(code, input),
        };
    }
}
