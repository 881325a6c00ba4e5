using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>What the search for a login's path costs, whatever a stranger sends: counted, not timed.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class PathWorkTests
{
    // Each candidate may cost one signature under each certificate of its root's key, Root CA4 having two, and one of the leaf.
    private const int MaximumSignatures = CertificatePath.MaximumCandidates * 3;
    private const int MaximumSteps = CertificatePath.MaximumChain + (CertificatePath.MaximumCandidates * (2 + (2 * (CertificatePath.MaximumChain + CertificatePath.MaximumCandidates))));

    private static readonly LoginCase[] Cases = [.. PathCaseTests.Cases, .. LeafCaseTests.Cases];

    [Fact]
    public void No_case_costs_more_than_three_signatures()
    {
        foreach (var item in Cases)
        {
            var scenario = item.Scenario();
            item.Defect(scenario);
            if (Certificate.TryRead(scenario.Leaf.Encoded, out var leaf))
            {
                var (_, work) = Find(scenario, leaf!);
                Assert.True(work is { Signatures: <= 3, Steps: <= 20 }, $"{item.Id} {item.Title}: {work.Signatures} signatures, {work.Steps} steps");
            }
        }
    }

    [Fact(DisplayName = "P11: 100 candidates of one name cost eight looks, from a token or from a folder")]
    public void A_crowd_of_look_alikes()
    {
        var scenario = LoginScenario.Ec();
        byte[][] crowd = [.. Enumerable.Range(0, 100).Select(number => LookAlike(scenario, (byte)number).Encoded)];
        scenario.Folder = () => crowd;
        scenario.Chain = () => crowd;

        var (outcome, work) = Find(scenario);

        Assert.Equal(new PathOutcome.Refused(LoginRejection.ChainUntrusted), outcome);
        Assert.Equal(CertificatePath.MaximumCandidates, work.Signatures);
        Assert.True(work.Steps <= MaximumSteps, $"{work.Steps} steps");
        Figures.Add("a login with 100 look-alikes of its CA", work.Signatures, "signatures");
    }

    [Fact(DisplayName = "P11+: the right one among them is found")]
    public void The_right_one_of_a_crowd()
    {
        var scenario = LoginScenario.Ec();
        byte[][] crowd = [.. Enumerable.Range(0, 100).Select(number => LookAlike(scenario, (byte)number).Encoded)];
        scenario.Folder = () => crowd;
        scenario.Chain = () => [crowd[0], crowd[1], scenario.Ca.Encoded];

        var (outcome, work) = Find(scenario);

        Assert.IsType<PathOutcome.Found>(outcome);
        Assert.True(work.Signatures <= MaximumSignatures);
    }

    [Theory(DisplayName = "P11: a path that is too deep, or that bites its tail, ends at once")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deep_path_and_a_ring(bool isRing)
    {
        var scenario = LoginScenario.Ec();
        ForgedCertificate[] authorities = [.. Enumerable.Range(0, 4).Select(number => Authority(
            scenario, number, isRing || number < 3 ? ForgeKey.P384(4 + ((number + 1) % 4)) : scenario.Root.Key, isRing || number < 3 ? Name((number + 1) % 4) : scenario.Root.Subject))];
        (scenario.Leaf.Issuer, scenario.Leaf.IssuerKey) = (authorities[0].Subject, authorities[0].Key);
        scenario.Leaf.With(Forge.AuthorityKeyIdentifier, Forge.Authority(authorities[0].Key.Sha1));
        scenario.Chain = () => [.. authorities.Select(authority => authority.Encoded), scenario.Root.Encoded];

        var (outcome, work) = Find(scenario);

        // The one above is a Citizen CA by its looks, and may have no CA below it.
        Assert.Equal(new PathOutcome.Refused(LoginRejection.PathLength), outcome);
        Assert.Equal(0, work.Signatures);
        Assert.True(work.Steps <= 2 * CertificatePath.MaximumChain, $"{work.Steps} steps");
    }

    [Theory(DisplayName = "P34: what is huge costs one look each, and of a thousand six are looked at")]
    [InlineData(1_000_000)]
    [InlineData(4096)]
    public void Huge_candidates(int length)
    {
        var scenario = LoginScenario.Ec();
        byte[] huge = [0x30, 0x83, (byte)((length - 5) >> 16), (byte)((length - 5) >> 8), (byte)(length - 5), .. new byte[length - 5]];
        scenario.Chain = () => [.. Enumerable.Repeat(huge, 1000)];

        var (outcome, work) = Find(scenario);

        Assert.IsType<PathOutcome.Missing>(outcome);
        Assert.Equal((0, CertificatePath.MaximumChain), (work.Signatures, work.Steps));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    [InlineData(3000)]
    public void A_login_costs_one_look_and_one_signature_however_many_issuing_CAs_are_held(int count)
    {
        // P-256 below an ordinary root, so that making them takes no minute.
        var first = LoginScenario.Ec();
        (first.Ca.IssuerKey, first.Root.Key, first.Root.IssuerKey) = (ForgeKey.P256(2), ForgeKey.P256(2), ForgeKey.P256(2));
        first.Root.With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P256(2).Sha1));
        using var anchorFiles = new CertificateFiles([first.Root.Encoded]);
        var anchors = TrustAnchors.FromTestFolder(anchorFiles.Path);
        Certificate[] leaves = [.. Enumerable.Range(0, count).Select(number => Leaf(number))];
        using var folder = new CertificateFiles([.. Enumerable.Range(0, count).Select(number => Ca(number).Encoded)]);
        var store = IssuingCaStore.FromFolder(folder.Path);
        var path = new CertificatePath(anchors, store);

        // A candidate and its signature, the leaf and its signature; and the root, once.
        var verifying = Run();
        Assert.Equal(count, store.Count);
        Assert.Equal((2 * count, (2 * count) + 1), (verifying.Signatures, verifying.Steps));

        var held = Run();
        Assert.Equal((count, count), (held.Signatures, held.Steps));
        Figures.Add($"looks in a store of {count} issuing CAs, per login", held.Steps / (double)count, "looks");

        PathWork Run()
        {
            var work = default(PathWork);
            foreach (var leaf in leaves)
            {
                Assert.IsType<PathOutcome.Found>(path.Find(leaf, [], first.Now, ref work));
            }

            return work;
        }

        byte[] NameOf(int number) => ForgedName.Of((ForgedName.CommonName, number % 2 == 0 ? "Citizen CA" : "Foreigner CA"), (ForgedName.SerialNumber, $"{200000 + number}"));

        ForgedCertificate Ca(int number) => first.Issue(ForgeKey.P256(3), NameOf(number), ForgeKey.P256(2), first.Root.Subject, [0x02, (byte)(number >> 8), (byte)number, 0x01])
            .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P256(2).Sha1))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P256(3).Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true);

        Certificate Leaf(int number)
        {
            var leaf = first.Issue(ForgeKey.P384(2), LoginScenario.HolderName(LoginScenario.NationalNumber), ForgeKey.P256(3), NameOf(number), [0x03])
                .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P256(3).Sha1))
                .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);
            Assert.True(Certificate.TryRead(leaf.Encoded, out var read));
            return read!;
        }
    }

    private static (PathOutcome Outcome, PathWork Work) Find(LoginScenario scenario)
    {
        Assert.True(Certificate.TryRead(scenario.Leaf.Encoded, out var leaf));
        return Find(scenario, leaf!);
    }

    private static (PathOutcome Outcome, PathWork Work) Find(LoginScenario scenario, Certificate leaf)
    {
        using var anchors = new CertificateFiles(scenario.Anchors());
        using var folder = new CertificateFiles(scenario.Folder());
        var work = default(PathWork);
        var outcome = new CertificatePath(TrustAnchors.FromTestFolder(anchors.Path), IssuingCaStore.FromFolder(folder.Path)).Find(leaf, scenario.Chain(), scenario.Now, ref work);
        return (outcome, work);
    }

    private static byte[] Name(int number) => ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, $"{202610 + number}"));

    private static ForgedCertificate Authority(LoginScenario scenario, int number, ForgeKey issuerKey, byte[] issuer) =>
        scenario.Issue(ForgeKey.P384(4 + number), Name(number), issuerKey, issuer, [0x02, (byte)number])
            .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(issuerKey.Sha1))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P384(4 + number).Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true);

    private static ForgedCertificate LookAlike(LoginScenario scenario, byte number) =>
        scenario.Issue(ForgeKey.P384(4), scenario.Ca.Subject, ForgeKey.P384(5), scenario.Root.Subject, [0x02, number, 0x01])
            .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(scenario.Root.Key.Sha1))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(scenario.Ca.Key.Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true);
}
