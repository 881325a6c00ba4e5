using System.Formats.Asn1;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>The two things the carrier of an answer looks at in it (RFC 6960 §4.2.1); whether it holds is judged in Core.</summary>
internal static class OcspAnswer
{
    private const string BasicResponse = "1.3.6.1.5.5.7.48.1.1";

    private static ReadOnlySpan<byte> TryLater => [0x30, 0x03, 0x0A, 0x01, 0x03];

    /// <summary>An OCSPResponse that is the status tryLater and nothing else.</summary>
    public static bool IsTryLater(ReadOnlySpan<byte> response) => response.SequenceEqual(TryLater);

    /// <summary>producedAt of a basic response, or null. Proven only when the answer was accepted.</summary>
    public static DateTimeOffset? ProducedAt(ReadOnlyMemory<byte> response)
    {
        try
        {
            var outer = new AsnReader(response, AsnEncodingRules.DER).ReadSequence();
            outer.ReadEnumeratedBytes();
            var bytes = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
            if (bytes.ReadObjectIdentifier() != BasicResponse)
            {
                return null;
            }

            var data = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence().ReadSequence();
            if (data.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                data.ReadEncodedValue();
            }

            // responderID, [1] byName or [2] byKey
            data.ReadEncodedValue();
            return data.ReadGeneralizedTime();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
