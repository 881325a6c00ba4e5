using System.Security.Cryptography;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.OpenSc;

/// <summary>OpenSC's own tools through a real pcscd: an opinion on the simulated cards that is not ours. What they say was noted with OpenSC 0.23.0.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class OpenScTests
{
    [Fact]
    public async Task Eidenv_prints_the_identity_on_applet_1_8()
    {
        var lines = await EidenvAsync("adult-18");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Contains("BELPIC_CARDNUMBER: 592000100115", lines);
        Assert.Contains($"BELPIC_VALIDFROM: {today.AddYears(-1):dd.MM.yyyy}", lines);
        Assert.Contains($"BELPIC_VALIDTILL: {today.AddYears(9):dd.MM.yyyy}", lines);
        Assert.Contains("BELPIC_DELIVERINGMUNICIPALITY: Gent", lines);
        Assert.Contains("BELPIC_NATIONALNUMBER: 85031499996", lines);
        Assert.Contains("BELPIC_NAME: Vermeersch", lines);
        Assert.Contains("BELPIC_FIRSTNAMES: Lotte Marie", lines);
        Assert.Contains("BELPIC_INITIAL: A", lines);
        Assert.Contains("BELPIC_NATIONALITY: Belg", lines);
        Assert.Contains("BELPIC_BIRTHDATE: 14 MAAR 1985", lines);
        Assert.Contains("BELPIC_SEX: V", lines);
        Assert.Contains("BELPIC_ZIPCODE: 9000", lines);
        Assert.Contains("BELPIC_MUNICIPALITY: Gent", lines);
    }

    [Fact]
    public async Task Eidenv_prints_the_identity_on_applet_1_7()
    {
        var lines = await EidenvAsync("adult-17");
        Assert.Contains("BELPIC_NATIONALNUMBER: 71073000058", lines);
        Assert.Contains("BELPIC_NAME: Delvaux-Noël", lines);
        Assert.Contains("BELPIC_FIRSTNAMES: Jérôme Luc", lines);
        Assert.Contains("BELPIC_BIRTHDATE: 30 JUIL 1971", lines);
        Assert.Contains("BELPIC_ZIPCODE: 5000", lines);
    }

    [Theory]
    [InlineData("adult-11", "Private RSA Key", "ModLength      : 1024")]
    [InlineData("adult-17", "Private RSA Key", "ModLength      : 2048")]
    [InlineData("rekeyed-17", "Private RSA Key", "ModLength      : 2048")]
    [InlineData("adult-18", "Private EC Key", "FieldLength    : 384")]
    public async Task Pkcs15_tool_lists_pin_keys_and_certificates(string citizen, string key, string size)
    {
        Require.Programs("pkcs15-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, citizen, cancellation);

        var dump = await TestProcess.RunAsync("pkcs15-tool", ["-D"], cancellation, pcscd.Environment);

        Assert.Equal(0, dump.ExitCode);
        Assert.Contains("PKCS#15 Card [BELPIC]", dump.StandardOutput);
        Assert.Contains("PIN [Basic PIN]", dump.StandardOutput);
        Assert.Contains($"{key} [Authentication]", dump.StandardOutput);
        Assert.Contains($"{key} [Signature]", dump.StandardOutput);
        Assert.Equal(2, dump.StandardOutput.Split(size).Length - 1);
        Assert.Contains("Key ref        : 130 (0x82)", dump.StandardOutput);
        Assert.Contains("Key ref        : 131 (0x83)", dump.StandardOutput);
        Assert.Contains("X.509 Certificate [Authentication]", dump.StandardOutput);
        Assert.Contains("X.509 Certificate [Signature]", dump.StandardOutput);
        Assert.Contains("X.509 Certificate [CA]", dump.StandardOutput);
        Assert.Contains("X.509 Certificate [Root]", dump.StandardOutput);
        Assert.Equal(4, dump.StandardOutput.Split("Encoded serial : 02 10 10000000").Length - 1);
    }

    [Theory]
    [InlineData("SHA256-RSA-PKCS")]
    [InlineData("RSA-PKCS")]
    public async Task Pkcs11_tool_signs_on_applet_1_7_and_openssl_verifies_with_the_cards_certificate(string mechanism)
    {
        Require.Programs("pkcs11-tool", "pkcs15-tool", "openssl");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-17", cancellation);
        var folder = Directory.CreateTempSubdirectory("eidauth-opensc-");
        try
        {
            string In(string file) => Path.Combine(folder.FullName, file);
            var message = "a message to sign"u8.ToArray();
            await File.WriteAllBytesAsync(In("message"), message, cancellation);
            // RSA-PKCS takes the DigestInfo, which the tool does not make.
            byte[] digestInfo = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. SHA256.HashData(message)];
            await File.WriteAllBytesAsync(In("digest-info"), digestInfo, cancellation);

            var signing = await TestProcess.RunAsync(
                "pkcs11-tool",
                ["--login", "--pin", "1234", "--sign", "--id", "02", "-m", mechanism,
                    "-i", In(mechanism == "RSA-PKCS" ? "digest-info" : "message"), "-o", In("signature")],
                cancellation,
                pcscd.Environment);
            Assert.True(signing.ExitCode == 0, signing.All);

            var certificate = await TestProcess.RunAsync("pkcs15-tool", ["--read-certificate", "02", "-o", In("certificate.pem")], cancellation, pcscd.Environment);
            Assert.True(certificate.ExitCode == 0, certificate.All);
            var key = await TestProcess.RunAsync(
                "openssl", ["x509", "-in", In("certificate.pem"), "-pubkey", "-noout", "-out", In("key.pem")], cancellation);
            Assert.True(key.ExitCode == 0, key.All);
            var verified = await TestProcess.RunAsync(
                "openssl", ["dgst", "-sha256", "-verify", In("key.pem"), "-signature", In("signature"), In("message")], cancellation);
            Assert.Equal("Verified OK", verified.StandardOutput.Trim());

            await File.WriteAllTextAsync(In("message"), "another message", cancellation);
            var refused = await TestProcess.RunAsync(
                "openssl", ["dgst", "-sha256", "-verify", In("key.pem"), "-signature", In("signature"), In("message")], cancellation);
            Assert.NotEqual(0, refused.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Pkcs11_tool_of_0_23_cannot_sign_on_applet_1_8()
    {
        Require.Programs("pkcs11-tool", "opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        var version = await TestProcess.RunAsync("opensc-tool", ["--info"], cancellation);
        Require.OrSkip(version.All.Contains("0.23.", StringComparison.Ordinal), "OpenSC is not 0.23: later versions know EC on these cards");
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", cancellation);

        var signing = await TestProcess.RunAsync(
            "pkcs11-tool",
            ["--login", "--pin", "1234", "--sign", "--id", "02", "-m", "ECDSA"],
            cancellation,
            pcscd.Environment,
            input: new string('x', 48));

        // The driver registers RSA-2048 for every card since 1.7.
        Assert.NotEqual(0, signing.ExitCode);
        Assert.Contains("CKR_MECHANISM_INVALID", signing.All);
    }

    [Fact]
    public async Task A_wrong_pin_from_opensc_costs_one_try()
    {
        Require.Programs("pkcs11-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation, apduLog: true);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-17", cancellation);

        var login = await TestProcess.RunAsync("pkcs11-tool", ["--login", "--pin", "9999", "-O"], cancellation, pcscd.Environment);

        Assert.Contains("CKR_PIN_INCORRECT", login.All);
        Assert.Contains("SW: 63 C2", pcscd.Log);
        Assert.DoesNotContain("SW: 63 C1", pcscd.Log);
    }

    private static async Task<string[]> EidenvAsync(string citizen)
    {
        Require.Programs("eidenv");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, citizen, cancellation);

        // Its exit code is 1 on success too; it prints an empty street, and F as E in the chip number.
        var result = await TestProcess.RunAsync("eidenv", [], cancellation, pcscd.Environment);
        return result.StandardOutput.Split('\n');
    }
}
