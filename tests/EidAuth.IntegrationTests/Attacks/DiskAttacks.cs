using System.Text.RegularExpressions;
using EidAgent.Data;
using EidAuth.UnitTests.Agent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A disk that somebody filled, so that a login leaves no trace: neither diary nor list of sites can be written. The login itself goes on, as docs/faults.md says.</summary>
internal static partial class DiskAttacks
{
    public static async Task<AttackEnd> LoginWithoutTraceAsync(bool defended)
    {
        using var folder = new DataFolder();
        var disk = new FullDisk(folder.Open(), saysSo: defended);
        await using var agent = await RunningAgent.StartAsync(compose: services => services.Replace(ServiceDescriptor.Singleton<IKeptFiles>(disk)));
        Assert.Equal("signed", (await agent.LogInAsync(agent.IssueCard())).Ending);
        Assert.Contains("signed", (await agent.Browser.OpenAsync("/diary?lang=en")).Html, StringComparison.Ordinal);

        disk.IsFull = true;
        var site = RunningAgent.LoginAddress("https://foreign.example/signin-eid");
        var page = await agent.ConsentAsync(site);
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        var end = await agent.UntilEndAsync(page);
        disk.IsFull = false;

        Assert.Equal("signed", end.Ending);
        var diary = await agent.Browser.OpenAsync("/diary?lang=en");
        Assert.DoesNotContain("foreign", diary.Text, StringComparison.Ordinal);
        Assert.Contains("signed", diary.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("foreign", (await agent.Browser.OpenAsync("/sites?lang=en")).Text, StringComparison.Ordinal);
        var said = Fault().Match(end.Html).Groups[1].Value;
        var isLogged = agent.Log.Lines.Any(line => line.Contains("Something could not be written down or read: disk_full.", StringComparison.Ordinal));
        Assert.Equal(said.Length > 0, isLogged);
        return new AttackEnd(said.Length == 0, $"{end.Ending} {said}");
    }

    [GeneratedRegex("data-fault=\"([a-z_]*)\"")]
    private static partial Regex Fault();

    /// <summary>A disk with no room for another byte; one that does not say so takes what is written for written.</summary>
    private sealed class FullDisk(IKeptFiles files, bool saysSo) : IKeptFiles
    {
        // ENOSPC.
        private const int NoSpace = 28;

        public bool IsFull { get; set; }

        public Task<IDisposable> LockAsync() => files.LockAsync();

        public byte[]? Read(string name) => files.Read(name);

        public long Length(string name) => files.Length(name);

        public void Append(string name, ReadOnlySpan<byte> line)
        {
            if (HasRoom())
            {
                files.Append(name, line);
            }
        }

        public void Replace(string name, ReadOnlySpan<byte> content)
        {
            if (HasRoom())
            {
                files.Replace(name, content);
            }
        }

        public void Delete(string name) => files.Delete(name);

        private bool HasRoom() => !IsFull || (saysSo ? throw new IOException("No space left on device", NoSpace) : false);
    }
}
