using System.Security.Cryptography;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>What the store holds, for how long, and what it leaves in a folder.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class IssuingCaStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-kept-");

    private string Kept => Path.Combine(folder.FullName, "issuers");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_verified_is_kept_in_a_folder_and_is_a_mere_candidate_afterwards()
    {
        var scenario = LoginScenario.Ec();
        var store = IssuingCaStore.Open(null, Kept);
        Assert.False(store.HasUnsaved);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, store)));

        // Verifying wrote nothing.
        Assert.True(store.HasUnsaved);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Kept));
        Assert.Equal(1, store.Save());
        Assert.Equal(0, store.Save());
        Assert.False(store.HasUnsaved);

        var file = Assert.Single(Directory.GetFiles(Kept));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(scenario.Ca.Encoded)) + ".crt", Path.GetFileName(file));
        Assert.Equal(scenario.Ca.Encoded, File.ReadAllBytes(file));

        var next = IssuingCaStore.Open(null, Kept);
        scenario.Chain = () => [];
        Assert.Equal(0, next.Count);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, next)));
        Assert.Equal(1, next.Count);
        Assert.False(next.HasUnsaved);

        // Under other anchors it is nothing.
        var other = LoginScenario.Rsa();
        scenario.Anchors = () => [other.Root.Encoded];
        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainUntrusted), scenario.Run(Verifier(scenario, IssuingCaStore.Open(null, Kept))));
    }

    [Fact]
    public void Folder_and_files_are_the_programs_own()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var scenario = LoginScenario.Ec();
        var store = IssuingCaStore.Open(null, Kept);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, store)));
        store.Save();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Kept));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(Kept))));
    }

    [Fact]
    public void What_the_operators_folder_holds_is_not_written_again()
    {
        var scenario = LoginScenario.Ec();
        using var given = new CertificateFiles([scenario.Ca.Encoded]);
        var store = IssuingCaStore.Open(given.Path, Kept);

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, store)));

        Assert.False(store.HasUnsaved);
        Assert.Single(Directory.GetFiles(given.Path));
    }

    [Fact]
    public void Nothing_is_kept_of_a_CA_that_did_not_verify()
    {
        var scenario = LoginScenario.Ec();
        var store = IssuingCaStore.Open(null, Kept);
        scenario.Ca.IssuerKey = ForgeKey.P384(5);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainUntrusted), scenario.Run(Verifier(scenario, store)));

        Assert.False(store.HasUnsaved);
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public void A_folder_that_does_not_take_it_leaves_it_to_be_saved()
    {
        var scenario = LoginScenario.Ec();
        var store = IssuingCaStore.Open(null, Kept);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, store)));
        Directory.Delete(Kept);

        Assert.ThrowsAny<IOException>(() => store.Save());

        Assert.True(store.HasUnsaved);
        Directory.CreateDirectory(Kept);
        Assert.Equal(1, store.Save());
        Assert.Single(Directory.GetFileSystemEntries(Kept));
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out var store);

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        Assert.False(store.HasUnsaved);
        Assert.Equal(0, store.Save());
    }

    [Fact(DisplayName = "P36: a look-alike with the right one's name and identifier poisons nothing, before it and after it")]
    public void A_look_alike_poisons_nothing()
    {
        var scenario = LoginScenario.Ec();
        var store = IssuingCaStore.Open(null, Kept);
        var verifier = Verifier(scenario, store);
        var lookAlike = LoginScenario.Ec().Ca;
        (lookAlike.Key, lookAlike.IssuerKey) = (ForgeKey.P384(6), ForgeKey.P384(5));
        scenario.Chain = () => [lookAlike.Encoded];
        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainUntrusted), scenario.Run(verifier));
        Assert.Equal(0, store.Count);

        scenario.Chain = () => [lookAlike.Encoded, scenario.Ca.Encoded];
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Chain = () => [lookAlike.Encoded];
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        Assert.Equal(1, store.Count);
        Assert.Equal(1, store.Save());

        // Not even where somebody can write into the folder.
        File.WriteAllBytes(Path.Combine(Kept, "0.crt"), lookAlike.Encoded);
        scenario.Chain = () => [];
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(Verifier(scenario, IssuingCaStore.Open(null, Kept))));
    }

    [Fact(DisplayName = "P39+: what was fetched comes first, and is looked at whatever a token brought")]
    public void What_was_fetched_is_looked_at()
    {
        var scenario = LoginScenario.Ec();
        var other = LoginScenario.Rsa();
        byte[][] bag = [other.Root.Encoded, other.Leaf.Encoded, scenario.Leaf.Encoded, scenario.HolderResponder.Encoded];
        scenario.Chain = () => bag;
        Assert.IsType<LoginVerdict.MissingIssuer>(scenario.Verify());

        scenario.Chain = () => [scenario.Ca.Encoded, scenario.Root.Encoded, .. bag];

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
    }

    [Fact]
    public void An_ended_CA_does_not_get_in()
    {
        var scenario = LoginScenario.Ec();
        scenario.Ca.NotAfter = scenario.Now.AddSeconds(-1);
        var verifier = scenario.Verifier(out var store);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainExpired), scenario.Run(verifier));
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public void A_full_store_gives_up_what_has_ended_and_nothing_else()
    {
        var scenario = LoginScenario.Ec();
        var store = new IssuingCaStore { Capacity = 4 };
        var verifier = Verifier(scenario, store);
        for (var number = 0; number < 6; number++)
        {
            Assert.IsType<LoginVerdict.Pending>(Under(scenario, number, number == 0 ? scenario.Now.AddMinutes(1) : scenario.Now.AddDays(9)).Verify(verifier));
        }

        // Two found no room: they were judged all the same, and those before them are still there.
        Assert.Equal(4, store.Count);
        Assert.IsType<LoginVerdict.Pending>(WithoutChain(Under(scenario, 3, scenario.Now.AddDays(9))).Verify(verifier));
        Assert.IsType<LoginVerdict.MissingIssuer>(WithoutChain(Under(scenario, 5, scenario.Now.AddDays(9))).Verify(verifier));

        var later = Under(scenario, 5, scenario.Now.AddDays(9));
        later.Now = scenario.Now.AddMinutes(2);
        Assert.IsType<LoginVerdict.Pending>(later.Verify(verifier));
        Assert.Equal(4, store.Count);
        Assert.IsType<LoginVerdict.Pending>(WithoutChain(later).Verify(verifier));
        Assert.IsType<LoginVerdict.Pending>(WithoutChain(Under(scenario, 3, scenario.Now.AddDays(9))).Verify(verifier));
    }

    // The same PKI with another Citizen CA.
    private static LoginScenario Under(LoginScenario first, int number, DateTimeOffset end)
    {
        var scenario = LoginScenario.Ec();
        scenario.Anchors = first.Anchors;
        scenario.Ca.NotAfter = end;
        scenario.Ca.Subject = scenario.Leaf.Issuer = ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, $"{202600 + number}"));
        return scenario;
    }

    private static LoginScenario WithoutChain(LoginScenario scenario)
    {
        scenario.Chain = () => [];
        return scenario;
    }

    private static LoginVerifier Verifier(LoginScenario scenario, IssuingCaStore store)
    {
        using var anchors = new CertificateFiles(scenario.Anchors());
        return new LoginVerifier(TrustAnchors.FromTestFolder(anchors.Path), store);
    }
}
