using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Keys;

/// <summary>Signatures by the card's key, judged by programs that know nothing of us.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class SignedDocumentTests : IDisposable
{
    private const string ReaderName = "EidAuth Simulated Reader 00 00";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-signed-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("adult-17", "root-rsa")]
    [InlineData("adult-18", "root-ec")]
    public async Task Openssl_verifies_a_detached_cms_up_to_the_root(string citizen, string root)
    {
        Require.Programs("openssl");
        await VerifyAsync(Sign(citizen), root);
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public async Task Poppler_finds_the_signature_of_a_pdf_valid(string citizen)
    {
        Require.Programs("pdfsig");
        var pdf = SignedPdf.Make(Sign(citizen));
        Assert.Contains("Signature is Valid.", await PdfSigAsync(pdf), StringComparison.Ordinal);

        // One letter of the page's size.
        pdf[pdf.AsSpan().IndexOf("200 200"u8)] = (byte)'3';
        Assert.DoesNotContain("Signature is Valid.", await PdfSigAsync(pdf), StringComparison.Ordinal);
    }

    internal static async Task VerifyAsync(Func<byte[], byte[]> sign, string root)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("eidauth-cms-");
        try
        {
            var (document, signature) = (Path.Combine(folder.FullName, "document"), Path.Combine(folder.FullName, "document.p7s"));
            var bytes = "Aanvraag van een parkeerkaart"u8.ToArray();
            await File.WriteAllBytesAsync(document, bytes);
            await File.WriteAllBytesAsync(signature, sign(bytes));
            var anchor = Path.Combine(folder.FullName, "root.pem");
            using (var certificate = X509CertificateLoader.LoadCertificateFromFile(Directory.GetFiles(pki.AnchorsFolder, root + ".*").Single()))
            {
                await File.WriteAllTextAsync(anchor, certificate.ExportCertificatePem());
            }

            string[] arguments =
            [
                "cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-content", document, "-out", "/dev/null",
                "-no-CApath", "-no-CAstore", "-CAfile", anchor,
            ];
            var verified = await TestProcess.RunAsync("openssl", arguments, TestContext.Current.CancellationToken);
            Assert.True(verified.ExitCode == 0, verified.All);

            bytes[0] ^= 0x01;
            await File.WriteAllBytesAsync(document, bytes);
            Assert.NotEqual(0, (await TestProcess.RunAsync("openssl", arguments, TestContext.Current.CancellationToken)).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Func<byte[], byte[]> Sign(string citizen) => document =>
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var reader = new SimulatedReader(ReaderName, pinPad: false, TimeProvider.System);
        reader.Insert(pki.IssueCard(Citizen.All[citizen]));
        using var session = BelpicSession.Open(reader.Connect(ReaderName));
        return CardCms.Sign(session, document);
    };

    private async Task<string> PdfSigAsync(byte[] pdf)
    {
        var file = Path.Combine(folder.FullName, "signed.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return (await TestProcess.RunAsync("pdfsig", ["-nocert", file], TestContext.Current.CancellationToken)).All;
    }
}
