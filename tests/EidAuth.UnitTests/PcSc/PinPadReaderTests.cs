using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

/// <summary>Readers with ways of their own: pseudo-APDUs, another format string, a keypad that is left alone.</summary>
[Trait("Group", TestGroup.Card)]
public class PinPadReaderTests
{
    private const string Digipass = "VASCO DIGIPASS 870 [CCID] 00 00";
    private const string Direct = "0604 42330006 0704 42330007";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("VASCO DIGIPASS 840 00 00")]
    [InlineData("VASCO DIGIPASS 870 00 00")]
    [InlineData("VASCO DIGIPASS 875 00 00")]
    [InlineData("VASCO DIGIPASS 876 00 00")]
    [InlineData("VASCO DIGIPASS 920 00 00")]
    [InlineData("Gemalto ING Shield Pro 0")]
    [InlineData("ETSWW eKrypto PINPhab 00 00")]
    [InlineData("ETSWW eKrypto PINPad 00 00")]
    [InlineData("DIOSS pinpad 0")]
    public void Readers_of_the_list_are_asked_by_pseudo_apdu(string reader)
    {
        using var bench = new PinPadBench(null, reader).Answer("0607 9000", "9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Equal(["FFC2010000", "FFC2010620" + PinPadBench.VerifyStructure], bench.Scard.Commands);
    }

    [Theory]
    [InlineData("VASCO DIGIPASS 905 00 00")]
    [InlineData("My VASCO DIGIPASS 870 00 00")]
    [InlineData("vasco digipass 870")]
    [InlineData("Reader 00 00")]
    public void Any_other_reader_hears_no_pseudo_apdu_which_it_would_hand_to_the_card(string reader)
    {
        using var bench = new PinPadBench(null, reader);
        Assert.Null(bench.Discover());
        Assert.Empty(bench.Scard.Commands);
    }

    [Fact]
    public void A_reader_of_the_list_whose_driver_knows_controls_is_asked_by_them()
    {
        using var bench = new PinPadBench(Direct, Digipass).Answer("9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Empty(bench.Scard.Commands);
    }

    [Fact]
    public void A_change_by_pseudo_apdu_carries_the_same_structure()
    {
        using var bench = new PinPadBench("", Digipass).Answer("0607 9000", "63C1");
        Assert.Equal("63C1", bench.Modify(Cancellation));
        Assert.Equal("FFC201072D" + PinPadBench.ModifyStructure, bench.Scard.Commands[^1]);
    }

    [Fact]
    public void Start_keys_and_finish_go_by_pseudo_apdu_too()
    {
        using var bench = new PinPadBench(null, Digipass).Answer("01020304050B 9000", "9000", "2B9000", "0D9000", "9000");
        Assert.Equal("9000", bench.Verify(Cancellation));
        Assert.Equal(["FFC2010000", "FFC2010120" + PinPadBench.VerifyStructure, "FFC2010500", "FFC2010500", "FFC2010200"], bench.Scard.Commands);
    }

    [Fact]
    public void A_start_that_is_refused_by_pseudo_apdu_has_no_finish()
    {
        using var bench = new PinPadBench(null, Digipass).Answer("0102 9000", "6B80");
        Assert.Equal("6B80", bench.Verify(Cancellation));
        Assert.Equal(2, bench.Scard.Commands.Count);
    }

    [Theory]
    [InlineData("6D00")]
    [InlineData("6E00")]
    [InlineData("06 6D00")]
    [InlineData("9000")]
    [InlineData("07 9000")]
    [InlineData("90")]
    public void A_reader_of_the_list_that_answers_otherwise_has_no_keypad(string answer)
    {
        using var bench = new PinPadBench(null, Digipass).Answer(answer);
        Assert.Null(bench.Discover());
    }

    [Fact]
    public void A_card_pulled_out_at_the_pseudo_apdu_is_removed()
    {
        using var bench = new PinPadBench(null, Digipass).Answer("06 9000").Fail(ScardCode.RemovedCard);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => bench.Verify(Cancellation)).Fault);
    }

    [Theory]
    [InlineData("SPRx32 USB Smart Card Reader 0", "00000505", "01")]
    [InlineData("SCM Microsystems Inc. SPRx32 USB Smart Card Reader 0", "00000405", "01")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "FFFF0505", "01")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "00000605", "89")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "00000006", "89")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "00000000", "89")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "0505", "89")]
    [InlineData("SPRx32 USB Smart Card Reader 0", "", "89")]
    [InlineData("Reader 00 00", "00000505", "89")]
    public void The_sprx32_before_firmware_5_06_wants_a_format_string_of_its_own(string reader, string version, string format)
    {
        using var bench = new PinPadBench(Direct, reader).Answer("9000", "9000");
        bench.Scard.OnAttribute = attribute => attribute == 0x00010102 ? (0u, Convert.FromHexString(version)) : throw new InvalidOperationException();
        bench.Verify(Cancellation);
        bench.Modify(Cancellation);
        Assert.Equal(["42330006 1E1E" + format + PinPadBench.VerifyStructure[6..], "42330007 1E1E" + format + PinPadBench.ModifyStructure[6..]], bench.Said);
    }

    [Fact]
    public void The_gempc_pinpad_is_left_alone_for_changes_too()
    {
        using var bench = new PinPadBench(Direct, "Gemplus GemPC Pinpad Smart Card Reader 0");
        Assert.Null(bench.Discover());
        Assert.Empty(bench.Scard.Controls);
    }
}
