using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The machine's own trust store has no say. The store is read once in a process, so a process of its own is given one that trusts a hostile root.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SystemStoreTests
{
    private const string Child = "EIDAUTH_TEST_SYSTEM_STORE";
    private const string Store = "SSL_CERT_FILE";

    [Fact(DisplayName = "T4: a hostile root in the system store has no effect")]
    public Task A_hostile_root_in_the_system_store_has_no_effect() => RunAsync("T4", pinned: false, new LoginOutcome.Rejected(LoginRejection.ChainUntrusted));

    [Fact(DisplayName = "T4+: the same root as anchor is the site's own choice")]
    public Task The_same_root_as_anchor_is_accepted() => RunAsync("T4+", pinned: true, null);

    private static async Task RunAsync(string id, bool pinned, LoginOutcome? expected)
    {
        if (Environment.GetEnvironmentVariable(Child) != id)
        {
            // The variable is OpenSSL's: on other systems the store is another, and not a file's to change.
            Require.OrSkip(OperatingSystem.IsLinux(), "the system store of this system cannot be given to a process");
            var method = $"{typeof(SystemStoreTests).FullName}.{(pinned ? nameof(The_same_root_as_anchor_is_accepted) : nameof(A_hostile_root_in_the_system_store_has_no_effect))}";
            var file = Path.GetTempFileName();
            ProcessResult result;
            try
            {
                result = await TestProcess.RunAsync(
                    "dotnet",
                    [typeof(SystemStoreTests).Assembly.Location, "-method", method],
                    TestContext.Current.CancellationToken,
                    new Dictionary<string, string?> { [Child] = id, [Store] = file });
            }
            finally
            {
                File.Delete(file);
            }

            Assert.True(result.ExitCode == 0 && result.All.Contains("Total: 1", StringComparison.Ordinal), result.All);
            return;
        }

        var scenario = LoginScenario.Ec();
        var other = LoginScenario.Rsa();
        scenario.Anchors = () => pinned ? [scenario.Root.Encoded] : [other.Root.Encoded];
        await File.WriteAllTextAsync(Environment.GetEnvironmentVariable(Store)!, PemEncoding.WriteString("CERTIFICATE", scenario.Root.Encoded), TestContext.Current.CancellationToken);
        Assert.True(IsTrustedByThePlatform(scenario), "the platform does not trust the hostile root: this test would show nothing");

        var outcome = scenario.Run();

        if (expected is null)
        {
            Assert.IsType<LoginOutcome.Accepted>(outcome);
        }
        else
        {
            Assert.Equal(expected, outcome);
        }
    }

    private static bool IsTrustedByThePlatform(LoginScenario scenario)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = scenario.Now.UtcDateTime;
        using var authority = X509CertificateLoader.LoadCertificate(scenario.Ca.Encoded);
        chain.ChainPolicy.ExtraStore.Add(authority);
        using var leaf = X509CertificateLoader.LoadCertificate(scenario.Leaf.Encoded);
        return chain.Build(leaf);
    }
}
