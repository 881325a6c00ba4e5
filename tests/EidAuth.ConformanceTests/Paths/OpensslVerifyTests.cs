using System.Globalization;
using System.Security.Cryptography;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary><c>openssl verify</c> over the same cases: it agrees, but for the differences that the cases name.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class OpensslVerifyTests : IDisposable
{
    private static readonly PathCase[] Cases = [.. PathCases.All, .. NameCases.All];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-openssl-");

    public static IEnumerable<TheoryDataRow<int>> Rows => PathCase.Rows(Cases);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task OpenSSL_agrees_or_the_difference_is_meant(int index)
    {
        Require.Programs("openssl");
        var item = Cases[index];
        var scenario = item.Make();

        var result = await TestProcess.RunAsync(
            "openssl",
            [
                "verify", "-no-CApath", "-no-CAstore", "-purpose", "sslclient",
                "-attime", scenario.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                "-CAfile", Write("anchors.pem", scenario.Anchors()),
                "-untrusted", Write("intermediates.pem", scenario.Intermediates()),
                Write("leaf.pem", [scenario.Leaf.Encoded]),
            ],
            TestContext.Current.CancellationToken);

        var agreed = item.OthersDiffer is null ? item.Expected is null : item.Expected is not null;
        Assert.True(agreed == (result.ExitCode == 0), result.All);
    }

    private string Write(string name, IEnumerable<byte[]> certificates)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllLines(path, certificates.Select(bytes => PemEncoding.WriteString("CERTIFICATE", bytes)));
        return path;
    }
}
