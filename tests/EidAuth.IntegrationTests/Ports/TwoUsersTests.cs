using System.Diagnostics;
using System.Globalization;
using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>Two users of one computer at the same time, each with a card in a reader of their own, with real programs under numbers of their own.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class TwoUsersTests
{
    [Fact]
    public async Task Without_the_system_part_the_first_has_the_port_and_the_second_is_told()
    {
        await using var computer = await SharedComputer.StartAsync();
        await using var alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18");
        await using var bob = await CardUser.LogOnAsync(computer, SharedComputer.Bob, "born-2003");
        await alice.StartAgentAsync(isHanded: false);

        await using var second = bob.BeginAgent(isHanded: false);
        var ended = await second.WaitForExitAsync(SharedComputer.Patience, TestContext.Current.CancellationToken);
        var page = await bob.Browser.OpenAsync(UserBrowser.LoginPath("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));

        Assert.NotEqual(0, ended);
        Assert.Contains(computer.Port.ToString(CultureInfo.InvariantCulture), second.StandardError, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("<code>another_user</code>", page.Html, StringComparison.Ordinal);
        Assert.Null(page.FormTo("/continue"));
        var (told, own) = (await computer.DoctorAsync(SharedComputer.Bob), await computer.DoctorAsync(SharedComputer.Alice));
        Assert.Contains("\"port_another_user\"", told.StandardOutput, StringComparison.Ordinal);
        Assert.Equal((int)EidAgent.Commands.ExitCode.ProblemFound, told.ExitCode);
        Assert.Contains("\"port_own_agent\"", own.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("61001", told.All, StringComparison.Ordinal);
        await alice.LogInAsync();
        Assert.DoesNotContain("61001", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(alice.Citizen.Surname, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_system_part_both_log_in_at_a_town_at_the_same_time_and_it_never_takes_one_for_the_other()
    {
        const int Logins = 50;
        await using var computer = await SharedComputer.StartAsync();
        await using var town = await UserTown.StartAsync(computer.Port);
        await using var alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18", town);
        await using var bob = await CardUser.LogOnAsync(computer, SharedComputer.Bob, "born-2003", town);
        await computer.HoldPortAsync();
        await alice.StartAgentAsync(isHanded: true);
        await bob.StartAgentAsync(isHanded: true);

        var begun = Stopwatch.StartNew();
        var people = await Task.WhenAll(ManyAsync(alice), ManyAsync(bob));

        Figures.Add("two users at once: logins of each at a town, none taken for the other", Logins);
        Figures.Add("two users at once: time of all logins", begun.Elapsed.TotalSeconds, "s");
        Assert.All(people, logins => Assert.Equal(Logins, logins.Count));
        var subjects = people.Select(logins => Assert.Single(logins.Select(person => person.Subject).Distinct())).ToList();
        Assert.NotEqual(subjects[0], subjects[1]);
        Assert.All(people.SelectMany(logins => logins), person => Assert.StartsWith("ocsp", person.Revocation, StringComparison.Ordinal));
        Assert.DoesNotContain("another_user", alice.Log + bob.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("warn", computer.HolderLog, StringComparison.Ordinal);
        var logs = alice.Log + bob.Log + computer.HolderLog + string.Join('\n', town.Log.Lines);
        Assert.All(new[] { alice, bob }, person => Assert.DoesNotContain(person.Citizen.Surname, logs, StringComparison.OrdinalIgnoreCase));
        Assert.All(new[] { alice, bob }, person => Assert.DoesNotContain(person.Citizen.NationalNumber, logs, StringComparison.Ordinal));

        async Task<List<TownPerson>> ManyAsync(CardUser person)
        {
            var logins = new List<TownPerson>();
            while (logins.Count < Logins)
            {
                logins.Add(await person.LogInAsync(town));
            }

            return logins;
        }
    }

    [Fact]
    public async Task A_user_whose_agent_does_not_run_is_told_and_the_other_is_not_disturbed()
    {
        await using var computer = await SharedComputer.StartAsync();
        await using var alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18");
        await computer.HoldPortAsync();
        await alice.StartAgentAsync(isHanded: true);

        var neverLoggedOn = await computer.Browser(SharedComputer.Bob).OpenAsync("/");
        await computer.LogOnAsync(SharedComputer.Bob);
        var withoutAgent = await computer.Browser(SharedComputer.Bob).OpenAsync("/");

        Assert.All([neverLoggedOn, withoutAgent], page =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("<code>agent_not_running</code>", page.Html, StringComparison.Ordinal);
        });
        await alice.LogInAsync();
        Assert.DoesNotContain("another_user", alice.Log, StringComparison.Ordinal);
    }
}
