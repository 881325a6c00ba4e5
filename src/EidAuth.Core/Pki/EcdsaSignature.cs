namespace EidAuth.Pki;

/// <summary>An ECDSA signature as certificates and answers carry it: SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 §2.2.3).</summary>
internal static class EcdsaSignature
{
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
