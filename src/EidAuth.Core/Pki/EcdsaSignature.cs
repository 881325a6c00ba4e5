namespace EidAuth.Pki;

/// <summary>
/// An ECDSA signature as certificates and answers carry it: SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 §2.2.3). Tokens carry r and s in the field's full width one
/// after the other.
/// </summary>
internal static class EcdsaSignature
{
    /// <summary>Of P-521.</summary>
    public const int MaximumLength = LongHeader + (2 * (2 + 66 + 1));

    private const int LongHeader = 3;

    /// <summary>
    /// Strictly DER, two positive numbers that fit into the curve's field. 0 and numbers from the group order on are refused by the verification. Here and not left to
    /// the platform, because platforms differ in how strict they are.
    /// </summary>
    /// <param name="signature">The signature's bytes.</param>
    /// <param name="length">The field's length in bytes.</param>
    public static bool IsDer(ReadOnlySpan<byte> signature, int length)
    {
        if (signature.Length < LongHeader || signature[0] != DerTag.Sequence)
        {
            return false;
        }

        // Two numbers of P-521 are over 127 bytes, never over 255.
        var numbers = signature[1] < 0x80 ? signature[2..] : signature[LongHeader..];
        var stated = signature[1] < 0x80 ? signature[1] : signature[1] == 0x81 && signature[2] >= 0x80 ? signature[2] : -1;
        return stated == numbers.Length && TrySkipNumber(ref numbers, length) && TrySkipNumber(ref numbers, length) && numbers.IsEmpty;
    }

    /// <summary>Writes r and s as DER; gives the length. What the platform would do itself, at the cost of a kilobyte for each.</summary>
    /// <param name="full">Both in the field's full width.</param>
    /// <param name="der">Of <see cref="MaximumLength"/>.</param>
    public static int WriteDer(ReadOnlySpan<byte> full, Span<byte> der)
    {
        Span<byte> numbers = stackalloc byte[MaximumLength];
        var length = WriteNumber(full[..(full.Length / 2)], numbers);
        length += WriteNumber(full[(full.Length / 2)..], numbers[length..]);

        var header = length < 0x80 ? 2 : LongHeader;
        (der[0], der[1], der[header - 1]) = (DerTag.Sequence, 0x81, (byte)length);
        numbers[..length].CopyTo(der[header..]);
        return header + length;
    }

    private static int WriteNumber(ReadOnlySpan<byte> number, Span<byte> place)
    {
        // Zero keeps one byte; a first bit that is set would be a minus.
        var digits = number[..^1].TrimStart((byte)0) is { Length: > 0 } rest ? number[(number.Length - 1 - rest.Length)..] : number[^1..];
        var sign = digits[0] >= 0x80 ? 1 : 0;
        (place[0], place[1], place[2]) = (DerTag.Integer, (byte)(digits.Length + sign), 0);
        digits.CopyTo(place[(2 + sign)..]);
        return 2 + sign + digits.Length;
    }

    private static bool TrySkipNumber(ref ReadOnlySpan<byte> rest, int length)
    {
        if (rest.Length < 2 || rest[0] != DerTag.Integer || rest[1] > length + 1 || rest[1] > rest.Length - 2)
        {
            return false;
        }

        var number = rest.Slice(2, rest[1]);
        rest = rest[(2 + number.Length)..];
        return DerReader.IsShortestInteger(number) && number[0] < 0x80 && number.TrimStart((byte)0).Length is > 0 and var digits && digits <= length;
    }
}
