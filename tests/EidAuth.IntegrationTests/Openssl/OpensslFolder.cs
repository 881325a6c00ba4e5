using System.Globalization;
using System.Security.Cryptography;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>A temporary folder with a forged PKI as files, and OpenSSL's command line over it. Files only: nothing listens anywhere.</summary>
internal sealed class OpensslFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-openssl-");

    public void Dispose() => folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, ForgedCertificate certificate)
    {
        File.WriteAllText(PathOf(name), PemEncoding.WriteString("CERTIFICATE", certificate.Encoded) + "\n");
        return PathOf(name);
    }

    /// <summary>Runs openssl, which must succeed.</summary>
    public static async Task<ProcessResult> RunAsync(params string[] arguments)
    {
        var result = await TryAsync(arguments);
        Assert.True(result.ExitCode == 0, result.All);
        return result;
    }

    /// <summary>Runs openssl, which may say no.</summary>
    public static Task<ProcessResult> TryAsync(params string[] arguments) => TestProcess.RunAsync("openssl", arguments, TestContext.Current.CancellationToken);

    /// <summary>OpenSSL's answer as the responder of that CA, to a request of ours.</summary>
    /// <param name="request">DER.</param>
    /// <param name="authority">The CA.</param>
    /// <param name="signer">Who signs: its delegate or itself.</param>
    /// <param name="index">The lines of its database (ca(1), index.txt).</param>
    /// <param name="more">More options.</param>
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> request, ForgedCertificate authority, ForgedCertificate signer, string index, params string[] more)
    {
        await File.WriteAllBytesAsync(PathOf("request.der"), request.ToArray());
        await File.WriteAllTextAsync(PathOf("index.txt"), index);
        await File.WriteAllTextAsync(PathOf("signer.key"), signer.Key.ExportPrivateKeyPem());
        await RunAsync(
        [
            "ocsp", "-index", PathOf("index.txt"), "-CA", Write("ca.pem", authority), "-rsigner", Write("signer.pem", signer), "-rkey", PathOf("signer.key"),
            "-rmd", "sha256", "-reqin", PathOf("request.der"), "-respout", PathOf("response.der"), "-nmin", "1", .. more,
        ]);
        return await File.ReadAllBytesAsync(PathOf("response.der"));
    }

    /// <summary>One line of index.txt.</summary>
    /// <param name="status">V, or R with the revocation's time and reason.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="revocation">Empty, or YYMMDDHHMMSSZ,reason.</param>
    public static string Line(char status, ForgedCertificate certificate, string revocation = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"{status}\t{certificate.NotAfter:yyMMddHHmmss}Z\t{revocation}\t{Convert.ToHexString(certificate.SerialNumber)}\tunknown\t/CN=x\n");
}
