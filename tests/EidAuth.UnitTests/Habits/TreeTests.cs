using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class TreeTests
{
    [Fact]
    public async Task No_file_holds_a_private_key_or_somebodys_home()
    {
        var files = await Tree.FilesAsync();

        Assert.True(files.Count > 50, "hardly any file was found: the search is wrong");
        Assert.DoesNotContain(files, file => KeyFile().IsMatch(file));
        Assert.DoesNotContain(files, file => PrivateKey().IsMatch(Tree.Read(file)));
        Assert.DoesNotContain(files, file => Home().IsMatch(Tree.Read(file)));
    }

    [Theory]
    [InlineData("-----BEGIN {0}-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49\n", "PRIVATE KEY", true)]
    [InlineData("-----BEGIN {0}-----\r\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49\r\n", "EC PRIVATE KEY", true)]
    [InlineData("-----BEGIN {0}-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49\n", "CERTIFICATE", false)]
    public void A_private_key_is_recognised(string pem, string label, bool expected) =>
        Assert.Equal(expected, PrivateKey().IsMatch(string.Format(null, pem, label)));

    [Theory]
    [InlineData("{0}home/anna/eidauth", true)]
    [InlineData("{0}root/.nuget", true)]
    [InlineData("{0}usr/bin/chromium", false)]
    public void A_home_is_recognised(string path, bool expected) => Assert.Equal(expected, Home().IsMatch(string.Format(null, path, "/")));

    [GeneratedRegex(@"\.(pfx|p12|key)$")]
    private static partial Regex KeyFile();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![\w.}])/(root|home)/[a-z.]")]
    private static partial Regex Home();
}
