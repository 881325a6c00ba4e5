using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
public class PinPadTests
{
    private const string Structure = "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF";

    private readonly ManualTimeProvider clock = new();

    private static ReadOnlySpan<byte> Verify => [0x00, 0x20, 0x00, 0x01, 0x08, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    [Fact]
    public void The_pin_verify_structure_is_the_middlewares_byte_for_byte()
    {
        Span<byte> structure = stackalloc byte[32];
        structure.Fill(0xEE);
        PinVerifyStructure.Write(0x89, PinPadLanguage.Dutch, Verify, structure);
        Assert.Equal(Structure, Convert.ToHexString(structure));
    }

    [Fact]
    public void Verify_direct_is_one_control()
    {
        using var reader = Reader("0604 42330006 0104 42330001 0204 42330002");
        reader.OnControl(0x42330006, Structure, "9000");
        Assert.Equal(0x9000, PinPad.Discover(reader, clock)!.Verify(PinPadLanguage.Dutch, Verify, TestContext.Current.CancellationToken).Value);
        reader.AssertPlayed();
    }

    [Fact]
    public void Verify_start_and_finish_are_two()
    {
        using var reader = Reader("0104 42330001 0204 42330002");
        reader.OnControl(0x42330001, Structure, "").OnControl(0x42330002, "", "63C2");
        Assert.Equal(0x63C2, PinPad.Discover(reader, clock)!.Verify(PinPadLanguage.Dutch, Verify, TestContext.Current.CancellationToken).Value);
        reader.AssertPlayed();
    }

    [Theory]
    [InlineData("")]
    [InlineData("06")]
    [InlineData("0604")]
    [InlineData("0604 423300")]
    [InlineData("06FF 42330006")]
    [InlineData("0603 423300")]
    [InlineData("0605 4233000600")]
    [InlineData("0104 42330001")]
    [InlineData("0204 42330002")]
    [InlineData("0304 42330003 0404 42330004 0704 42330007")]
    [InlineData("0600 0600 0600")]
    public void Features_that_are_cut_hostile_or_of_no_use_are_no_keypad(string features)
    {
        using var reader = Reader(features);
        Assert.Null(PinPad.Discover(reader, clock));
        reader.AssertPlayed();
    }

    [Fact]
    public void An_unknown_feature_of_another_length_is_skipped()
    {
        using var reader = Reader("1202 AABB 0604 42330006");
        Assert.NotNull(PinPad.Discover(reader, clock));
    }

    [Fact]
    public void A_full_answer_of_features_ends()
    {
        using var reader = Reader(string.Concat(Enumerable.Repeat("1200", 128)));
        Assert.Null(PinPad.Discover(reader, clock));
    }

    [Fact]
    public void A_reader_without_controls_has_no_keypad()
    {
        using var reader = new ScriptedCard();
        Assert.Null(PinPad.Discover(reader, clock));
    }

    [Fact]
    public void A_driver_that_fails_at_the_question_has_no_keypad()
    {
        using var reader = new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", CardFault.Removed);
        Assert.Null(PinPad.Discover(reader, clock));
    }

    [Fact]
    public void A_service_that_is_gone_is_no_reader_without_keypad()
    {
        using var reader = new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", CardFault.ServiceUnavailable);
        Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(() => PinPad.Discover(reader, clock)).Fault);
    }

    [Fact]
    public void A_reader_that_sends_empty_verifies_of_its_own_is_not_used_as_keypad()
    {
        using var reader = new ScriptedCard(reader: "Gemplus GemPC Pinpad 00 00").OnControl(ControlCode.GetFeatureRequest, "", "0604 42330006");
        Assert.Null(PinPad.Discover(reader, clock));
    }

    private static ScriptedCard Reader(string features) => new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", features);
}
