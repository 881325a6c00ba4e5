using EidAgent.Diary;
using EidAuth.IntegrationTests.CommandLine;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Agent;

/// <summary>The data folder on a disk that is really full: a tmpfs of some pages, in a mount namespace of its own.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class FullDiskTests : IDisposable
{
    private const string Site = "https://loket.example.be";

    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("eidauth-full-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public async Task What_does_not_fit_is_said_and_nothing_that_was_written_is_lost()
    {
        Require.Programs("unshare", "mount", "dd");
        var probe = await TestProcess.RunAsync("unshare", ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", place.FullName], Cancellation);
        Require.OrSkip(probe.ExitCode == 0, "this machine gives no mount namespace of its own");

        // A diary that ends at the end of its page: the next line needs another, and there is none.
        var line = DiaryLine.Write(Entry);
        var diary = new byte[4096 - (4096 % line.Length)];
        for (var i = 0; i < diary.Length; i += line.Length)
        {
            DiaryLine.Write(Entry with { Id = i.ToString("x32", System.Globalization.CultureInfo.InvariantCulture) }).CopyTo(diary, i);
        }

        var written = Path.Combine(Path.GetTempPath(), $"{place.Name}.jsonl");
        await File.WriteAllBytesAsync(written, diary, Cancellation);
        try
        {
            var result = await TestProcess.RunAsync(
                "unshare",
                ["--map-root-user", "--mount", "bash", "-c", """
                    set -e
                    mount -t tmpfs -o size=64k,mode=0700 tmpfs "$1"
                    mkdir -m 0700 "$1/eidauth"
                    cp "$2" "$1/eidauth/diary.jsonl"
                    agent() { XDG_DATA_HOME="$1" HOME="$1" LC_ALL=C DOTNET_EnableDiagnostics=0 dotnet exec "$AGENT" "${@:2}"; }
                    agent "$1" sites block https://first.example
                    agent "$1" diary show --json > /dev/null
                    dd if=/dev/zero of="$1/filler" bs=4096 2> /dev/null || true
                    echo "before $(sha256sum < "$1/eidauth/diary.jsonl") $(sha256sum < "$1/eidauth/sites.json")"
                    agent "$1" sites block https://second.example && echo "blocked?" || echo "refused $?"
                    agent "$1" diary off && echo "switched?" || true
                    echo "after $(sha256sum < "$1/eidauth/diary.jsonl") $(sha256sum < "$1/eidauth/sites.json")"
                    ls "$1/eidauth"
                    agent "$1" diary erase
                    rm "$1/filler"
                    agent "$1" sites block https://second.example
                    agent "$1" sites list
                    """, "bash", place.FullName, written],
                Cancellation,
                new Dictionary<string, string?> { ["AGENT"] = AgentCommand.Program });

            Assert.True(result.ExitCode == 0, result.All);
            Assert.Contains("refused 15", result.StandardOutput, StringComparison.Ordinal);
            Assert.Contains("(disk_full)", result.StandardError, StringComparison.Ordinal);
            var sums = result.StandardOutput.Split('\n').Where(said => said.StartsWith("before ", StringComparison.Ordinal) || said.StartsWith("after ", StringComparison.Ordinal)).Select(said => said.Split(' ', 2)[1]);
            Assert.Single(sums.Distinct());
            Assert.DoesNotContain(".part", result.StandardOutput, StringComparison.Ordinal);
            Assert.Contains("https://first.example  blocked", result.StandardOutput, StringComparison.Ordinal);
            Assert.Contains("https://second.example  blocked", result.StandardOutput, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(written);
        }
    }

    [Fact]
    public async Task The_login_goes_on_and_page_and_log_say_that_it_is_not_written_down()
    {
        Require.Programs("unshare", "mount", "dd", "curl", "ip");
        var probe = await TestProcess.RunAsync("unshare", ["--map-root-user", "--mount", "--net", "mount", "-t", "tmpfs", "tmpfs", place.FullName], Cancellation);
        Require.OrSkip(probe.ExitCode == 0, "this machine gives no mount namespace of its own");
        var result = await TestProcess.RunAsync(
            "unshare",
            ["--map-root-user", "--mount", "--net", "bash", "-c", """
                ip link set lo up
                mount -t tmpfs -o size=64k,mode=0700 tmpfs "$1" || exit 1
                export XDG_DATA_HOME="$1" HOME="$1" LC_ALL=C DOTNET_EnableDiagnostics=0 PCSCLITE_CSOCK_NAME=/nonexistent/pcscd.comm
                dotnet exec "$AGENT" run --port 35353 > /dev/null 2> "$2/log" &
                agent=$!
                ask() {
                  curl --silent --location --noproxy '*' --retry 60 --retry-connrefused --retry-delay 1 -H 'Sec-Fetch-Mode: navigate' -H 'Sec-Fetch-Dest: document' -H 'Sec-Fetch-Site: cross-site' \
                    "http://127.0.0.1:35353/login?v=1&lang=en&nonce=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8%3D&return_to=https://loket.example.be/signin-eid&state=AAECAwQFBgcICQoLDA0ODw"
                }
                ask | grep -c 'data-fault' 
                dd if=/dev/zero of="$1/filler" bs=1024 2> /dev/null
                for i in $(seq 40); do ask > "$2/page"; grep -q data-fault "$2/page" && break; done
                grep -o 'data-fault="[a-z_]*"' "$2/page"
                grep -o 'id="continue"' "$2/page"
                sum=$(sha256sum < "$1/eidauth/diary.jsonl")
                ask | grep -o 'data-fault="[a-z_]*"'
                [ "$sum" = "$(sha256sum < "$1/eidauth/diary.jsonl")" ] && echo "the diary is as it was"
                rm "$1/filler"
                ask | grep -c 'data-fault'
                kill -TERM $agent
                wait $agent
                grep -v '"id":"[0-9a-f]*".*}$' "$1/eidauth/diary.jsonl" | wc -c
                cat "$2/log"
                """, "bash", place.FullName, Directory.CreateDirectory(place.FullName + "-out").FullName],
            Cancellation,
            new Dictionary<string, string?> { ["AGENT"] = AgentCommand.Program });
        Directory.Delete(place.FullName + "-out", recursive: true);

        var lines = result.StandardOutput.Split('\n');
        Assert.Equal(["0", "data-fault=\"disk_full\"", "id=\"continue\"", "data-fault=\"disk_full\"", "the diary is as it was", "0", "0"], lines.Take(7));
        Assert.Contains(lines, line => line.Contains("Something could not be written down or read: disk_full.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("loket", StringComparison.Ordinal));
    }

    private static DiaryEntry Entry => new()
    {
        Id = new string('a', 32),
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Origin = Site,
        Purpose = DiaryPurpose.Login,
        Asked = ["certificate"],
        Ending = "signed",
        EndedAt = new DateTimeOffset(2026, 3, 2, 9, 1, 0, TimeSpan.Zero),
        Given = ["certificate"],
    };
}
