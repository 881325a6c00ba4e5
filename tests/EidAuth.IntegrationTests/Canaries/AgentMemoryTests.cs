using System.Security.Cryptography;
using Demo.Smoke;
using EidAuth.IntegrationTests.Prompts;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Canaries;

/// <summary>The agent as its own process on pcscd, with a PIN of 12 random digits typed in a pinentry: afterwards its memory, its output and its home are searched.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AgentMemoryTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-canary-home-");
    private readonly DirectoryInfo programs = Directory.CreateTempSubdirectory("eidauth-canary-programs-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task After_a_login_the_PIN_is_nowhere_in_the_agents_memory_and_nothing_personal_in_its_output_or_home(string id)
    {
        Require.OrSkip(OperatingSystem.IsLinux() && File.Exists(DumpProgram), "the runtime's createdump is not here");
        var citizen = Citizen.All[id];
        var pin = RandomNumberGenerator.GetString("0123456789", 12);
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, id, Cancellation, PrivatePcscd.VpcdPort, "--pin", pin);
        using var pinentry = await FakePinentry.AnsweringAsync($"printf 'D {pin}\\nOK\\n'");
        File.CreateSymbolicLink(Path.Combine(programs.FullName, "pinentry-qt"), pinentry.Program.Path);
        await using var agent = StartAgent(pcscd, pki.AnchorsFolder);

        await LogInAsync(await AddressAsync(agent));
        var memory = await DumpAsync(agent.Id, programs);

        // The names are in the token that waits on the page; that they are found shows that the search can find.
        Assert.NotEmpty(CanarySearch.In(memory, [Canary.Text("surname", citizen.Surname)]));
        Assert.Empty(CanarySearch.In(memory, [Canary.Pin(pin)]));
        Canary[] personal =
        [
            Canary.Pin(pin), Canary.NationalNumber(citizen.NationalNumber), Canary.Text("surname", citizen.Surname), Canary.Text("given names", citizen.GivenNames),
        ];
        Assert.Empty(CanarySearch.In(agent.StandardOutput + agent.StandardError, personal));
        Assert.Empty(CanarySearch.InFolder(home.FullName, personal));
        output.WriteLine($"{id}: {memory.Length / (1 << 20)} MiB of memory searched");
    }

    public void Dispose()
    {
        home.Delete(recursive: true);
        programs.Delete(recursive: true);
    }

    internal static string DumpProgram => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "createdump");

    private TestProcess StartAgent(PrivatePcscd pcscd, string anchors) => TestProcess.Start(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0", "--test-anchors", anchors],
        new Dictionary<string, string?>(pcscd.Environment)
        {
            ["PATH"] = $"{programs.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["DISPLAY"] = ":0",
            ["HOME"] = home.FullName,
            ["TMPDIR"] = home.FullName,
        },
        home.FullName);

    private static async Task<Uri> AddressAsync(TestProcess agent)
    {
        var line = await agent.WaitForLineAsync("listens on", Patience, Cancellation);
        return new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]);
    }

    internal static async Task LogInAsync(Uri agent)
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo));
        var request = LoginRequest.Create(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), returnTo!, new string('A', 22), "en");
        using var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(request.ToAgentAddress(agent.Port), Cancellation);
        var page = await browser.SubmitAsync(consent.FormTo("/continue")!, Cancellation);
        while (page.FormTo("/signin-eid") is not { } back || back.Fields.All(field => field.Key != "token"))
        {
            Assert.Null(page.FormTo("/signin-eid"));
            await Task.Delay(100, Cancellation);
            page = await browser.GetAsync(page.Address, Cancellation);
        }
    }

    internal static async Task<byte[]> DumpAsync(int process, DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "memory");
        var result = await TestProcess.RunAsync(DumpProgram, ["--withheap", "--name", file, $"{process}"], Cancellation);
        Assert.True(result.ExitCode == 0, result.All);
        return await File.ReadAllBytesAsync(file, Cancellation);
    }
}
