using EidAuth.Belpic;
using EidAuth.Testing;
using EidAuth.Testing.Citizens;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>What each simulated card says of itself.</summary>
[Trait("Group", TestGroup.Card)]
public class DirectoryReadTests
{
    public static TheoryData<string> Citizens => [.. CitizenFile.Ids.Where(id => !CitizenFile.Of(id).IsNotActivated)];

    [Theory]
    [MemberData(nameof(Citizens))]
    public void Its_directories_are_readable_and_agree(string id)
    {
        using var bench = new CardBench(id);
        using var session = bench.Open();
        var data = session.ReadCardData();
        Assert.Equal(session.ChipNumber.ToArray(), data.ChipNumber.ToArray());
        Assert.Equal(session.Applet, data.Applet);
        Assert.Equal(session.Applet == AppletVersion.V18 ? bench.Card.TriesLeft : null, data.TriesLeft);
        Assert.Equal(session.ChipNumber.ToArray(), session.ReadTokenInfo()!.SerialNumber.ToArray());
        Assert.Equal([0, 4, 8], session.ReadObjectDirectory()!.Select(entry => entry.Kind));
        Assert.Equal(4, Assert.Single(session.ReadPinObjects()!).MinimumLength);
        Assert.Equal([(byte)0x82, (byte)0x83], session.ReadPrivateKeyObjects()!.Select(key => key.KeyReference));

        // A certificate that is not there has no entry.
        Assert.Equal(
            new[] { CertificateFile.Authentication, CertificateFile.NonRepudiation, CertificateFile.IssuingCa, CertificateFile.Root }.Where(file => session.ReadCertificate(file) is not null),
            session.ReadCertificateObjects()!.Select(certificate => certificate.File!.Value));
    }

    [Theory]
    [MemberData(nameof(Citizens))]
    public void Files_of_one_generation_are_null_on_another(string id)
    {
        using var bench = new CardBench(id);
        using var session = bench.Open();
        Assert.Equal(session.Applet == AppletVersion.V18, session.ReadBasicKey() is not null);
        Assert.True(session.Applet != AppletVersion.V18 || (session.ReadPreferences() is null && session.ReadCaRoleKeyHash() is null));

        // After a file that is not there the next one is found again.
        Assert.NotNull(session.ReadFile(CardFile.TokenInfo));
    }
}
