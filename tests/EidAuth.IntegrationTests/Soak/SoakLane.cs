using System.Buffers.Text;
using System.Security.Cryptography;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.RealStack;
using EidAuth.IntegrationTests.Sweep;
using EidAuth.Simulator.Cards;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.Soak;

/// <summary>An agent's program with a service, a reader, a card and a site of its own, and a person who logs in again and again.</summary>
internal sealed class SoakLane : IAsyncDisposable
{
    private const int LoginsPerStay = 2;

    // Far longer than a login takes, and far shorter than one waits for its card.
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(40);

    private readonly PrivatePcscd pcscd;
    private readonly DirectoryInfo folder;
    private readonly HeldCard card;
    private readonly TownEnd town = new();
    private AgentProgram? agent;
    private TestCard? stay;
    private int logins;

    private SoakLane(PrivatePcscd pcscd, DirectoryInfo folder, HeldCard card) => (this.pcscd, this.folder, this.card) = (pcscd, folder, card);

    /// <summary>Insertions and removals.</summary>
    public int CardEvents { get; private set; }

    /// <summary>How often the card had to be taken out and put in again before the reader took it.</summary>
    public int Again { get; private set; }

    /// <summary>What the program holds now.</summary>
    public ProgramUse Use => ProgramUse.Of(agent!.Id);

    /// <summary>How many logins the program says that it signed.</summary>
    public int Signed => agent!.Count("A login ended: signed");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SoakLane> StartAsync(string citizen)
    {
        var lane = new SoakLane(await PrivatePcscd.StartAsync(Cancellation), Directory.CreateTempSubdirectory("eidauth-soak-"), HeldCard.Of(citizen));
        try
        {
            await lane.town.StartAsync();
            var prompt = await HeldPrompt.InAsync(lane.folder.CreateSubdirectory("programs").FullName, Citizen.All[citizen].Pin);
            prompt.Type();
            lane.agent = await AgentProgram.StartAsync(
                lane.pcscd.Environment, Path.Combine(lane.folder.FullName, "programs"), lane.folder.CreateSubdirectory("home").FullName, disk: "64m");
            await lane.InsertAsync();
            return lane;
        }
        catch
        {
            await lane.DisposeAsync();
            throw;
        }
    }

    /// <summary>So many logins; after every second one the card leaves, both sites hear of it, and it comes back.</summary>
    public async Task LogInAsync(int count)
    {
        for (var login = 0; login < count; login++)
        {
            await LogInAsync();
            if (++logins % LoginsPerStay == 0)
            {
                await RemoveAsync();
                await InsertAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }

        if (stay is not null)
        {
            await stay.DisposeAsync();
        }

        await town.DisposeAsync();
        await pcscd.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task LogInAsync()
    {
        var end = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        using var login = await SweepLogin.AskAsync(agent!.Address, town.ReturnTo, end);
        await login.AgreeAsync();
        var (begun, since) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        string? ending;
        for (; (ending = await login.LookAsync()) is null; await Task.Delay(50, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < AgentProgram.Patience, await login.StepAsync() + "\n" + agent.Output[^Math.Min(agent.Output.Length, 2000)..]);
            if (TimeProvider.System.GetElapsedTime(since) > PatienceOfPeople && await login.StepAsync() is "InsertCard" or "CardMute" or "CardBusy")
            {
                await TakeOutAsync();
                await InsertAsync();
                (since, Again) = (TimeProvider.System.GetTimestamp(), Again + 1);
            }
        }

        Assert.Equal("signed", ending);
    }

    private async Task RemoveAsync()
    {
        var told = town.Posts + LoginsPerStay;
        await TakeOutAsync();
        for (var since = TimeProvider.System.GetTimestamp(); town.Posts < told; await Task.Delay(50, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, $"The site was told {town.Posts} times and not {told}.\n" + agent!.Output[^Math.Min(agent.Output.Length, 2000)..]);
        }
    }

    // The service looks every 0.4 s; a card that comes back sooner than that it takes for the same one, and no hand is that fast.
    private async Task TakeOutAsync()
    {
        await stay!.DisposeAsync();
        stay = null;
        CardEvents++;
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
    }

    private async Task InsertAsync()
    {
        stay = await card.InsertAsync(pcscd);
        CardEvents++;
    }
}
