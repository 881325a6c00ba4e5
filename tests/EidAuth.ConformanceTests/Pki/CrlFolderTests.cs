using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The lists that outlive the process: a file is a cache and proves nothing.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("eidauth-crl-").FullName, "lists");
    private readonly CrlScenario scenario = CrlScenario.Ec();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public async Task A_list_is_one_file_that_only_its_owner_reads()
    {
        scenario.Listing();
        Assert.True((await TakeAsync(new CrlStore(folder))).IsInFolder);

        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Matches("/[0-9a-f]{64}-[0-9a-f]{16}\\.crl$", file);
        Assert.Equal(CrlDefect.RolledBack, (await TakeAsync(await LoadedAsync(1), ForgedCrl.Of(scenario.Authority, scenario.Now.AddHours(-1)))).Defect);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
    }

    [Fact]
    public async Task A_refused_list_leaves_no_file()
    {
        scenario.List.ChangeSignature = bytes => Forge.FlipBit(bytes, -1);

        Assert.Equal(CrlDefect.SignatureInvalid, (await TakeAsync(new CrlStore(folder))).Defect);
        await Assert.ThrowsAsync<IOException>(() => new CrlStore(folder).TakeAsync(Question(), new PieceStream([0x30], 1) { FailsAtEnd = true }, scenario.Now, Cancellation));

        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_newer_list_takes_the_files_place_and_an_older_one_does_not()
    {
        var store = new CrlStore(folder);
        await TakeAsync(store);
        var newer = ForgedCrl.Of(scenario.Authority, scenario.Now.AddMinutes(5)).With(Forge.CrlNumber, Der.Number(0x20, 0x00));
        Assert.True((await TakeAsync(store, newer)).IsInFolder);
        Assert.False((await TakeAsync(store)).IsInFolder);

        Assert.Single(Directory.GetFiles(folder));
        var loaded = await LoadedAsync(1);
        Assert.Equal("2000", loaded.Holds(Question(), scenario.Now)!.Number);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut")]
    [InlineData("longer")]
    [InlineData("empty")]
    [InlineData("sibling")]
    public async Task A_file_that_is_no_list_of_that_CA_is_refused_and_removed(string damage)
    {
        await TakeAsync(new CrlStore(folder));
        var file = Directory.GetFiles(folder)[0];
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        await File.WriteAllBytesAsync(file, Damage(damage, bytes), Cancellation);

        var store = await LoadedAsync(0);

        Assert.Null(store.Holds(Question(), scenario.Now));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_file_that_ran_out_is_not_served_but_keeps_older_ones_out()
    {
        await TakeAsync(new CrlStore(folder));
        var store = new CrlStore(folder);
        var later = scenario.Now.AddDays(8);

        Assert.Equal(0, await store.LoadAsync(Question(), later, Cancellation));

        Assert.Null(store.Holds(Question(), later));
        Assert.Single(Directory.GetFiles(folder));
        var older = ForgedCrl.Of(scenario.Authority, scenario.Now.AddMinutes(-5));
        older.NextUpdate = later.AddDays(1);
        Assert.Equal(CrlDefect.RolledBack, (await TakeAsync(store, older)).Defect);
    }

    [Fact]
    public async Task A_folder_that_went_away_costs_the_copy_and_not_the_list()
    {
        var store = new CrlStore(folder);
        Directory.Delete(folder);

        var intake = await TakeAsync(store);

        Assert.Equal((null, false), (intake.Defect, intake.IsInFolder));
        Assert.NotNull(store.Holds(Question(), scenario.Now));
        Assert.Equal(0, await store.LoadAsync(Question(), scenario.Now, Cancellation));
    }

    [Fact]
    public async Task What_an_earlier_process_left_under_way_is_removed()
    {
        await TakeAsync(new CrlStore(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "0123.part"), "half", Cancellation);

        await LoadedAsync(1);

        Assert.EndsWith(".crl", Assert.Single(Directory.GetFiles(folder)), StringComparison.Ordinal);
    }

    private byte[] Damage(string damage, byte[] bytes) => damage switch
    {
        "flipped" => Forge.FlipBit(bytes, -1),
        "cut" => bytes[..^10],
        "longer" => [.. bytes, 0],
        "sibling" => ForgedCrl.Of(scenario.Login.Root, scenario.Now).Encode(),
        _ => [],
    };

    private async Task<CrlStore> LoadedAsync(int expected)
    {
        var store = new CrlStore(folder);
        Assert.Equal(expected, await store.LoadAsync(Question(), scenario.Now, Cancellation));
        return store;
    }

    private Task<CrlIntake> TakeAsync(CrlStore store, ForgedCrl? list = null) =>
        store.TakeAsync(Question(), new MemoryStream((list ?? scenario.List).Encode()), scenario.Now, Cancellation);

    private CrlQuestion Question()
    {
        Assert.True(Certificate.TryRead(scenario.Subject.Encoded, out var subject));
        return CrlQuestion.About(subject!, scenario.Proven(), isTest: true);
    }
}
