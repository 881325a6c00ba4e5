using EidAuth.Fuzz.Oracles;
using EidAuth.Fuzz.Pki;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>A revocation list, read at once and as a stream, and judged.</summary>
internal static class CrlTarget
{
    private static readonly CertificateAuthority Authority = ReadAuthority();
    private static readonly Certificate Holder = ReadHolder();
    private static readonly CrlRules Rules = CrlRules.ForHolder with { Version1Allowed = true };

    private static readonly IReadOnlyList<byte[]> Small =
    [
        List(0, _ => { }),
        List(3, list => list.Entries = [ForgedCrl.Entry(Hierarchy.Ec.Leaf.SerialNumber, Hierarchy.Now, ForgedCrl.Reason(6)), .. list.Entries]),
        List(4, list => list.AsVersion1().Entries = [ForgedCrl.Entry([0x08, 0xFF], Hierarchy.Now)]),
        List(5, list => list.With(Forge.IssuingDistributionPoint, Scope(), critical: true)),
        List(2, list => list.With(Forge.DeltaCrlIndicator, Der.Number(0x10), critical: true)),
    ];

    // More than one window of a stream; a tree of it is too slow.
    private static readonly IReadOnlyList<byte[]> Seeds = [.. Small, List(1_800, _ => { })];

    public static MutationTarget Create() => new("crl", Seeds, Pieces.Der, Parse)
    {
        Shape = new Signer(Hierarchy.Ec.Ca).Over(new DerDamage(Small), times: 3),
        AllocatedAtMost = 128 * 1024,
        AllocatedPerByte = 32,
    };

    private static Parsed Parse(byte[] input)
    {
        var work = Work.Begin();
        var reading = CrlReader.Read(input, CrlLimits.Default);
        var parsed = work.End(reading.List is not null, reading.Steps);
        var streamed = Stream(input);
        Assert.Equal(reading.List is null, streamed.List is null);
        Assert.NotEqual(reading.List is null, reading.Defect is null);

        // Only the reason may differ, and only where the window was too small for a part.
        Assert.True(input.Length > CrlReader.WindowLength || reading.Defect == streamed.Defect);
        if (reading.List is not { } list)
        {
            return parsed;
        }

        Assert.Equal(input.Length, list.Length);
        Assert.InRange(list.Entries.Count, 0, input.Length / 18);
        Assert.Equal(list.Extensions.Scope.IsUnsupported, streamed.List!.Extensions.Scope.IsUnsupported);
        Assert.True(list.SignedHash.Span.SequenceEqual(streamed.List.SignedHash.Span));
        var verdict = CrlJudge.Judge(list, Authority, CrlSubject.Of(Holder), Rules, Hierarchy.Now);
        Assert.Equal(verdict, CrlJudge.Judge(list, Authority, CrlSubject.Of(Holder), Rules, Hierarchy.Now));
        Assert.Equal(verdict.Status == CrlStatus.Undecided, verdict.Defect is not null);
        if (verdict.Evidence is null)
        {
            Assert.Equal(CrlStatus.Undecided, verdict.Status);
            return parsed;
        }

        return parsed with { Believed = [SignatureOracle.SignedPart(input)] };
    }

    private static CrlReading Stream(byte[] input)
    {
        using var stream = new MemoryStream(input);
        var reading = CrlReader.ReadAsync(stream, CrlLimits.Default, null, CancellationToken.None);

        // Nothing of a stream in memory is waited for.
        Assert.True(reading.IsCompletedSuccessfully);
        return reading.GetAwaiter().GetResult();
    }

    private static byte[] List(int count, Action<ForgedCrl> change)
    {
        var list = ForgedCrl.Of(Hierarchy.Ec.Ca, Hierarchy.Now);
        list.Entries = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0
            ? ForgedCrl.Entry([0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 9, 2, 3, 4, 5, 6, (byte)(i * 7)], Hierarchy.Now, ForgedCrl.Reason((byte)(i % 7)), ForgedOcspAnswer.Extension(Forge.InvalidityDate, Der.GeneralizedTime(Hierarchy.Now)))
            : ForgedCrl.Entry([0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 9, 2, 3, 4, 5, 6, (byte)(i * 7)], Hierarchy.Now))];
        change(list);
        return list.Encode();
    }

    private static byte[] Scope() =>
        Der.Sequence(Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii("http://127.0.0.1:8888/citizen.crl")))), Der.Implicit(1, [0xFF]));

    private static CertificateAuthority ReadAuthority()
    {
        Assert.True(Certificate.TryRead(Hierarchy.Ec.Ca.Encoded, out var ca));
        return new CertificateAuthority(ca!, VerificationKey.Of(ca!)!);
    }

    private static Certificate ReadHolder()
    {
        Assert.True(Certificate.TryRead(Hierarchy.Ec.Leaf.Encoded, out var leaf));
        return leaf!;
    }
}
