using System.Formats.Asn1;
using EidAuth.Fuzz.Pki;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>The body of an answer about the holder, from whoever sits at the address.</summary>
internal static class OcspTarget
{
    private static readonly OcspQuestion Question = Ask();

    // The question's nonce is another in each process: what counts has none, which the rules allow, and one has a wrong one.
    private static readonly IReadOnlyList<byte[]> Seeds =
    [
        Answer(_ => { }),
        Answer(answer => answer.ByKey = true),
        Answer(answer => (answer.CertificateStatus, answer.SingleExtensions) = (ForgedOcspAnswer.Revoked(Hierarchy.Now.AddDays(-3), 6), Der.Explicit(1, Der.Sequence(ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.6", Der.GeneralizedTime(Hierarchy.Now)))))),
        Answer(answer => (answer.CertificateStatus, answer.Certificates) = (ForgedOcspAnswer.Unknown, [Hierarchy.Ec.Ca.Encoded, Hierarchy.Ec.Root.Encoded, Hierarchy.Ec.Responder.Encoded])),
        Answer(answer => (answer.Responder, answer.EmbedsResponder) = (Hierarchy.Ec.Ca, false)),
        Answer(answer => answer.Nonce = _ => ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.2", Der.OctetString(new byte[32]))),
        Answer(answer => answer.Responses = single => [single, answer.SingleResponse(ForgedOcspAnswer.IdOf(Hierarchy.Ec.Ca.Subject, Keys.Ca, [0x22]), ForgedOcspAnswer.Revoked(Hierarchy.Now, null))]),
        Answer(answer => answer.Status = 3),
    ];

    public static MutationTarget Create() => new("ocsp-response", Seeds, Pieces.Der, Parse)
    {
        Shape = new Signer(Hierarchy.Ec.Ca, Hierarchy.Ec.Responder).Over(new DerDamage(Seeds), times: 3),
        AllocatedAtMost = 64 * 1024,
        AllocatedPerByte = 64,
    };

    private static ReadOnlySpan<byte> Sha1 => [0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A];

    private static Parsed Parse(byte[] input)
    {
        var work = Work.Begin();
        var verdict = OcspJudge.Judge(Question, input, OcspRules.ForHolder(nonceRequired: false), Hierarchy.Now);
        var parsed = work.End(verdict.Rejection is null);
        Assert.True(verdict.Rejection is null || Enum.IsDefined(verdict.Rejection.Value));
        Assert.True(verdict.Rejection is not null || verdict.Answer is not null);
        Assert.Equal(verdict, OcspJudge.Judge(Question, input, OcspRules.ForHolder(nonceRequired: false), Hierarchy.Now));
        if (verdict.Answer is null)
        {
            return parsed;
        }

        // Times are those of an answer whose signature held. Another reader finds in it what was found here.
        Assert.True(OcspResponse.TryReadStatus(input, out var status, out var basic) && status == 0);
        var signed = new AsnReader(basic, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue();
        if (verdict.Rejection is null)
        {
            Assert.Equal(1, CountGood(signed));
        }

        return parsed with { Believed = [signed] };
    }

    private static int CountGood(ReadOnlyMemory<byte> signed)
    {
        var data = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (data.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            data.ReadEncodedValue();
        }

        data.ReadEncodedValue();
        Assert.InRange(data.ReadGeneralizedTime(), Hierarchy.Now.AddHours(-1), Hierarchy.Now.AddMinutes(1));
        var (list, good) = (data.ReadSequence(), 0);
        while (list.HasData)
        {
            var single = list.ReadSequence();
            var id = single.ReadSequence();

            // The same serial number of another CA, or by another hash, is another certificate. Compared as bytes: the platform reads no identifier of more than 64 arcs.
            var isOurs = id.ReadSequence().ReadEncodedValue().Span.SequenceEqual(Sha1)
                & id.ReadOctetString().AsSpan().SequenceEqual(Question.Authority.OcspNameHash)
                & id.ReadOctetString().AsSpan().SequenceEqual(Question.Authority.OcspKeyHash)
                & id.ReadIntegerBytes().Span.SequenceEqual(Question.SerialNumber.Span);
            good += isOurs && single.PeekTag() == new Asn1Tag(TagClass.ContextSpecific, 0) ? 1 : 0;
        }

        return good;
    }

    private static byte[] Answer(Action<ForgedOcspAnswer> change)
    {
        var answer = new ForgedOcspAnswer
        {
            Subject = Hierarchy.Ec.Leaf,
            Authority = Hierarchy.Ec.Ca,
            Responder = Hierarchy.Ec.Responder,
            ProducedAt = Hierarchy.Now,
            Nonce = _ => null,
        };
        change(answer);
        return answer.Answer(Question.Request);
    }

    private static OcspQuestion Ask()
    {
        Assert.True(Certificate.TryRead(Hierarchy.Ec.Ca.Encoded, out var ca));
        Assert.True(Certificate.TryRead(Hierarchy.Ec.Leaf.Encoded, out var leaf));
        return OcspQuestion.About(leaf!, new CertificateAuthority(ca!, VerificationKey.Of(ca!)!), new Uri("http://127.0.0.1:8888/citizen"));
    }
}
