using EidAgent.Data;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Files for this user alone, whatever lies in their place.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class FolderFilesTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folder_and_files_are_for_this_user_alone()
    {
        var files = folder.Open();
        using (await files.LockAsync())
        {
            files.Append("lines", "one\n"u8);
            files.Append("lines", "two\n"u8);
            files.Replace("whole", "content"u8);
            Assert.Equal("one\ntwo\n"u8.ToArray(), files.Read("lines"));
            Assert.Equal(8, files.Length("lines"));
            Assert.Equal("content"u8.ToArray(), files.Read("whole"));
            files.Delete("lines");
            files.Delete("lines");
            Assert.Null(files.Read("lines"));
        }

        Assert.Equal("whole,lock", string.Join(',', Directory.GetFiles(folder.Path).Select(Path.GetFileName).OrderDescending()));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder.Path));
            foreach (var file in Directory.GetFiles(folder.Path))
            {
                Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task An_open_folder_is_closed()
    {
        Require.OrSkip(!OperatingSystem.IsWindows(), "modes are Unix");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder.Path);
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_101);
            using var held = await folder.Open().LockAsync();
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder.Path));
        }
    }

    [Fact]
    public async Task A_line_that_was_cut_off_stays_alone_on_its_line()
    {
        var files = folder.Open();
        using var held = await files.LockAsync();
        files.Append("lines", "one\ntw"u8);
        files.Append("lines", "three\n"u8);
        Assert.Equal("one\ntw\nthree\n"u8.ToArray(), files.Read("lines"));
    }

    [Theory]
    [InlineData("", "lock")]
    [InlineData("lines", "lines")]
    [InlineData("lock", "lock")]
    public async Task A_link_in_their_place_is_followed_by_nobody(string linked, string used)
    {
        var other = Directory.CreateTempSubdirectory("eidauth-other-");
        var target = linked.Length == 0 ? other.FullName : Path.Combine(other.FullName, "target");
        if (linked.Length == 0)
        {
            Directory.CreateSymbolicLink(folder.Path, target);
        }
        else
        {
            Directory.CreateDirectory(folder.Path);
            await File.WriteAllTextAsync(target, "theirs", TestContext.Current.CancellationToken);
            File.CreateSymbolicLink(folder.File(linked), target);
        }

        Assert.Equal(KeepingFault.NotAPlainFile, await FaultAsync(used));
        Assert.Equal(linked.Length == 0 ? "" : "theirs", linked.Length == 0 ? string.Concat(Directory.GetFiles(target)) : await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        other.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dangling_link_makes_no_file_elsewhere(bool isFolder)
    {
        var target = Path.Combine(Path.GetDirectoryName(folder.Path)!, "elsewhere");
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Path)!);
        if (!isFolder)
        {
            Directory.CreateDirectory(folder.Path);
        }

        File.CreateSymbolicLink(isFolder ? folder.Path : folder.File("lines"), target);
        Assert.Equal(KeepingFault.NotAPlainFile, await FaultAsync("lines"));
        Assert.False(Path.Exists(target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_belongs_to_somebody_else_is_left_alone(bool isFolder)
    {
        Require.OrSkip(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can give files away");
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.File("lines"), "theirs\n", TestContext.Current.CancellationToken);
        var given = await TestProcess.RunAsync("chown", ["65534", isFolder ? folder.Path : folder.File("lines")], TestContext.Current.CancellationToken);
        Assert.Equal(0, given.ExitCode);

        Assert.Equal(KeepingFault.ForeignOwner, await FaultAsync("lines"));
        Assert.Equal("theirs\n", await File.ReadAllTextAsync(folder.File("lines"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_no_file()
    {
        Directory.CreateDirectory(folder.File("lines"));
        Assert.Equal(KeepingFault.NotAPlainFile, await FaultAsync("lines"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said()
    {
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(folder.Path)!, "eidauth"), "", TestContext.Current.CancellationToken);
        Assert.Equal(KeepingFault.NotAPlainFile, await FaultAsync("lines"));
        var nowhere = new FolderFiles("/proc/eidauth", TimeProvider.System);
        var exception = await Assert.ThrowsAnyAsync<Exception>(nowhere.LockAsync);
        Assert.Equal((true, KeepingFault.FolderUnusable), (KeepingFaults.IsOfFiles(exception), KeepingFaults.Of(exception)));
    }

    [Fact]
    public async Task Two_programs_take_turns_and_nobody_waits_for_ever()
    {
        var (one, other) = (folder.Open(), folder.Open());
        var held = await one.LockAsync();
        var second = other.LockAsync();
        Assert.False(second.IsCompleted);
        held.Dispose();
        (await second.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Dispose();

        using var kept = await one.LockAsync();
        var refused = await Assert.ThrowsAsync<KeepingException>(other.LockAsync);
        Assert.Equal(KeepingFault.FolderInUse, refused.Fault);
    }

    private async Task<KeepingFault?> FaultAsync(string name)
    {
        try
        {
            var files = folder.Open();
            using var held = await files.LockAsync();
            files.Append(name, "ours\n"u8);
            return null;
        }
        catch (Exception exception) when (KeepingFaults.IsOfFiles(exception))
        {
            return KeepingFaults.Of(exception);
        }
    }
}
