using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public class PinVerifyStructureTests
{
    // What the official middleware sends: 30 s, PIN from the second data byte, BCD, length in the low nibble of the first, 4 to 12 digits, OK key.
    private const string Middleware = "1E1E8947040C0402010813000000000D000000" + "0020000108" + "20FFFFFFFFFFFFFF";

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4 }, "0020000108241234FFFFFFFFFF")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5 }, "00200001082512345FFFFFFFFF")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2 }, "00200001082C123456789012FF")]
    public void Digits_and_length_go_where_the_format_bytes_say(byte[] digits, string command)
    {
        Assert.Equal(command, Write(Middleware, digits));
    }

    [Fact]
    public void Positions_may_count_bits()
    {
        // bmFormatString 41: bits, position 8, left, BCD.
        Assert.Equal("0020000108241234FFFFFFFFFF", Write("1E1E4147040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF", [1, 2, 3, 4]));
    }

    [Fact]
    public void A_PIN_may_be_right_justified()
    {
        // bmFormatString 8D: bytes, position 1, right, BCD.
        Assert.Equal("002000010824FFFFFFFFFF1234", Write("1E1E8D47040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF", [1, 2, 3, 4]));
    }

    [Fact]
    public void A_PIN_may_be_ASCII_without_a_length()
    {
        // bmFormatString 82: bytes, position 0, left, ASCII; bmPINBlockString 08: no length, 8 bytes.
        Assert.Equal("002000010831323334FFFFFFFF", Write("1E1E82080008040201081300000000" + "0D000000" + "0020000108FFFFFFFFFFFFFFFF", [1, 2, 3, 4]));
    }

    [Fact]
    public void Times_and_lengths_are_read()
    {
        Assert.True(PinVerifyStructure.TryParse(Convert.FromHexString("0F2D" + Middleware[4..]), out var structure));
        Assert.Equal(TimeSpan.FromSeconds(15), structure.Format.FirstKeyWithin);
        Assert.Equal(TimeSpan.FromSeconds(45), structure.Format.OkWithin);
        Assert.Equal(4, structure.Format.MinimumDigits);
        Assert.Equal(12, structure.Format.MaximumDigits);
    }

    [Fact]
    public void Zero_seconds_mean_the_readers_own_thirty()
    {
        Assert.True(PinVerifyStructure.TryParse(Convert.FromHexString("0000" + Middleware[4..]), out var structure));
        Assert.Equal(TimeSpan.FromSeconds(30), structure.Format.FirstKeyWithin);
        Assert.Equal(TimeSpan.FromSeconds(30), structure.Format.OkWithin);
    }

    [Theory]
    [InlineData("number of data bytes one too high", "1E1E8947040C0402010813000000000E000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("number of data bytes big-endian", "1E1E8947040C040201081300000000000000 0D002000010820FFFFFFFFFFFFFF")]
    [InlineData("Lc is not the data's length", "1E1E8947040C0402010813000000000D000000002000010920FFFFFFFFFFFFFF")]
    [InlineData("PIN block beyond the data", "1E1E9147040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("12 digits do not fit in 5 bytes", "1E1E8945040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("12 does not fit in 3 bits of length", "1E1E8937040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("length nibble beyond the data", "1E1E8947180C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("reserved bits in the length format", "1E1E8947240C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("minimum above maximum", "1E1E894704040C02010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("no digits at all", "1E1E894704000002010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("binary digits", "1E1E8847040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("no such PIN type", "1E1E8B47040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("validation without the OK key", "1E1E8947040C0401010813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("three messages", "1E1E8947040C0402030813000000000D000000002000010820FFFFFFFFFFFFFF")]
    [InlineData("no command", "1E1E8947040C04020108130000000000000000")]
    [InlineData("a command without data", "1E1E8947040C04020108130000000004000000 00200001")]
    [InlineData("nothing", "")]
    public void A_structure_that_cannot_be_followed_to_the_letter_is_refused(string what, string hex)
    {
        Assert.False(PinVerifyStructure.TryParse(Convert.FromHexString(hex.Replace(" ", "")), out _), what);
    }

    [Fact]
    public void No_truncation_and_no_single_changed_byte_throws()
    {
        var good = Convert.FromHexString(Middleware);
        Span<byte> command = stackalloc byte[300];
        for (var length = 0; length < good.Length; length++)
        {
            Assert.False(PinVerifyStructure.TryParse(good.AsSpan(0, length), out _));
        }

        for (var at = 0; at < good.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var changed = (byte[])good.Clone();
                changed[at] = (byte)value;
                if (PinVerifyStructure.TryParse(changed, out var structure))
                {
                    structure.WriteCommand(new byte[structure.Format.MinimumDigits], command);
                    structure.WriteCommand(new byte[structure.Format.MaximumDigits], command);
                }
            }
        }
    }

    private static string Write(string hex, byte[] digits)
    {
        Assert.True(PinVerifyStructure.TryParse(Convert.FromHexString(hex), out var structure));
        var command = new byte[structure.CommandLength];
        structure.WriteCommand(digits, command);
        return Convert.ToHexString(command);
    }
}
