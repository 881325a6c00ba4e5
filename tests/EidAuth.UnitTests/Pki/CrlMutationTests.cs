using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using EidAuth.UnitTests.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Pki;

/// <summary>Damaged revocation lists never throw, never cost much, and never count.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlMutationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Name = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, "202601"));

    // Of literal values: the signature is none, the reader does not look at it.
    private static readonly MutationTarget Reader = new("revocation list", [Large(), Version1(), Partition(), Version2(count: 0)], Pieces.Der, Read);

    [Fact]
    public void Mutated_lists_never_throw_and_cost_little() => MutationRun.Run(Reader, shares: 1);

    [Fact]
    public void Good_lists_are_read() => Assert.All(Reader.Seeds, seed => Assert.True(MutationRun.Try(Reader, seed).Accepted));

    [Fact]
    public void Lists_that_failed_once_fail_no_more()
    {
        foreach (var file in MutationRun.KeptFor(Reader))
        {
            MutationRun.Try(Reader, File.ReadAllBytes(file));
        }
    }

    [Theory]
    [InlineData(true, 11)]
    [InlineData(false, 12)]
    public void A_damaged_list_never_counts(bool rsa, int seed)
    {
        var login = rsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        var list = ForgedCrl.Of(login.Ca, login.Now);
        list.Entries = [ForgedCrl.Entry(login.Leaf.SerialNumber, login.Now, ForgedCrl.Reason(6)), ForgedCrl.Entry([0x10, 0x22], login.Now)];
        var encoded = list.Encode();
        Assert.True(Certificate.TryRead(login.Ca.Encoded, out var ca));
        Assert.True(Certificate.TryRead(login.Leaf.Encoded, out var leaf));
        var (authority, subject) = (new CertificateAuthority(ca!, VerificationKey.Of(ca!)!), CrlSubject.Of(leaf!));
        CrlVerdict Judge(byte[] bytes) => CrlReader.Read(bytes, CrlLimits.Default) is { List: { } read }
            ? CrlJudge.Judge(read, authority, subject, CrlRules.ForHolder, login.Now)
            : default;
        Assert.Equal(CrlStatus.OnHold, Judge(encoded).Status);
        var (mutation, defects) = (new Mutation(seed), new HashSet<CrlDefect?>());

        for (var i = 0; i < 3000; i++)
        {
            var verdict = Judge(mutation.Apply(encoded));

            Assert.True(verdict.Status == CrlStatus.Undecided, $"seed {seed}, damage {i}");
            defects.Add(verdict.Defect);
        }

        // The damage is not so coarse that nothing gets past the reader.
        Assert.Superset(new HashSet<CrlDefect?> { null, CrlDefect.SignatureInvalid, CrlDefect.IssuerMismatch }, defects);
    }

    private static Parsed Read(byte[] input)
    {
        var reading = CrlReader.Read(input, CrlLimits.Default);
        using var stream = new MemoryStream(input);
        var again = CrlReader.ReadAsync(stream, CrlLimits.Default, null, CancellationToken.None);

        // Nothing of a stream in memory is waited for. Only the reason may differ, and only where the window was too small for a part.
        Assert.True(again.IsCompletedSuccessfully);
#pragma warning disable xUnit1031
        var streamed = again.Result;
#pragma warning restore xUnit1031
        Assert.Equal(reading.List is null, streamed.List is null);
        if (input.Length <= CrlReader.WindowLength)
        {
            Assert.Equal(reading.Defect, streamed.Defect);
        }

        Assert.NotEqual(reading.List is null, reading.Defect is null);
        if (reading.List is { } list)
        {
            Assert.Equal(input.Length, list.Length);
            Assert.InRange(list.Entries.Count, 0, input.Length / 20);
            Assert.Equal(list.Extensions.Scope.IsUnsupported, streamed.List!.Extensions.Scope.IsUnsupported);
            Assert.True(list.SignedHash.Span.SequenceEqual(streamed.List.SignedHash.Span));
            _ = list.Extensions.Scope.Covers(new CrlSubject(Name, new byte[] { 1 }, IsCa: false, Forge.DistributionPoints("http://crl.example.be/1.crl").AsMemory(2)));
        }

        return new Parsed(reading.List is not null, Math.Max(reading.Steps, streamed.Steps));
    }

    private static byte[] Version2(int count, params byte[][] more) => List(
        [.. Enumerable.Range(0, count).Select(i => i % 3 == 0
            ? ForgedCrl.Entry([0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 1, 2, 3, 4, 5, 6, (byte)(i * 7)], Now, ForgedCrl.Reason((byte)(i % 7)), ForgedOcspAnswer.Extension(Forge.InvalidityDate, Der.GeneralizedTime(Now)))
            : ForgedCrl.Entry([0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 1, 2, 3, 4, 5, 6, (byte)(i * 7)], Now))],
        Der.Number(1),
        [
            ForgedOcspAnswer.Extension(Forge.AuthorityKeyIdentifier, Forge.Authority(Convert.FromHexString("000102030405060708090A0B0C0D0E0F10111213"))),
            ForgedOcspAnswer.Extension(Forge.CrlNumber, Der.Number(0x10, 0xE1)),
            .. more,
        ]);

    private static byte[] Version1() => List([ForgedCrl.Entry([0x08, 0xFF], Now)], [], []);

    // More than one window of a stream.
    private static byte[] Large() => Version2(count: 1800);

    private static byte[] Partition() => Version2(
        count: 5,
        ForgedOcspAnswer.Extension(
            Forge.IssuingDistributionPoint,
            Der.Sequence(Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii("http://crl.example.be/1.crl")))), Der.Implicit(1, [0xFF])),
            critical: true));

    private static byte[] List(byte[][] entries, byte[] version, byte[][] extensions) => Der.Sequence(
        Der.Sequence(
            version,
            ForgeAlgorithm.RsaSha256,
            Name,
            Der.Time(Now),
            Der.Time(Now.AddDays(7)),
            entries.Length > 0 ? Der.Sequence(entries) : [],
            extensions.Length > 0 ? Der.Explicit(0, Der.Sequence(extensions)) : []),
        ForgeAlgorithm.RsaSha256,
        Der.BitString([.. Enumerable.Range(0, 256).Select(i => (byte)i)]));
}
