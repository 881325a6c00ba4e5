using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EidAgent.Doctor;
using EidAgent.Doctor.Texts;
using EidAgent.Gate;
using EidAgent.Pages;
using EidAgent.Peer;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Service;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Doctor;

/// <summary>What doctor finds, check by check, and what it says of it.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class DoctorFindingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-doctor-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_finding_has_one_row_in_the_documents_and_a_sentence_in_every_language()
    {
        Assert.Equal(
            Enum.GetValues<DoctorFinding>().Select(finding => (finding.Code(), finding.Status().ToString().ToLowerInvariant())),
            AgentCodes.Rows("What doctor finds").Select(row => (row[0], row[1])));
        Assert.All(Enum.GetValues<UiLanguage>(), language =>
        {
            var texts = DoctorTexts.In(language);
            Assert.Equal(Enum.GetValues<DoctorFinding>(), texts.Findings.Keys.Order());
            Assert.Equal(Enum.GetValues<DoctorStatus>(), texts.Statuses.Keys.Order());
            Assert.All(texts.Findings, text => Assert.Equal(text.Key.Status() == DoctorStatus.Ok, text.Value.Next is null));
        });
        var sentences = Enum.GetValues<UiLanguage>().SelectMany(language => DoctorTexts.In(language).Findings.Values.Select(text => text.Sentence)).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Theory]
    [InlineData(PortHolderKind.Nobody, PortAnswer.None, DoctorFinding.SystemPartAbsent, DoctorFinding.PortFree)]
    [InlineData(PortHolderKind.Agent, PortAnswer.OwnAgent, DoctorFinding.SystemPartAbsent, DoctorFinding.PortOwnAgent)]
    [InlineData(PortHolderKind.ServiceManager, PortAnswer.OwnAgent, DoctorFinding.SystemPartAbsent, DoctorFinding.PortOwnAgent)]
    [InlineData(PortHolderKind.Agent, PortAnswer.None, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.OtherProgram, PortAnswer.Other, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.OtherProgram, PortAnswer.NoAgent, DoctorFinding.SystemPartReady, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.AnotherUser, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherUser)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.OwnAgent, DoctorFinding.SystemPartReady, DoctorFinding.PortSystemPart)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.OwnAgent, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.OwnAgent, DoctorFinding.SystemPartUnsafe, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.NoAgent, DoctorFinding.SystemPartNoPlace, DoctorFinding.PortNoAgent)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.NoAgent, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.AnotherUser, PortAnswer.None, DoctorFinding.SystemPartAbsent, DoctorFinding.PortAnotherProgram)]
    [InlineData(PortHolderKind.Unknown, PortAnswer.OwnAgent, DoctorFinding.SystemPartAbsent, DoctorFinding.PortOwnAgent)]
    [InlineData(PortHolderKind.Unknown, PortAnswer.None, DoctorFinding.SystemPartAbsent, DoctorFinding.PortFree)]
    internal void The_ports_holder_is_told_by_the_kernel_and_by_its_answer(PortHolderKind holder, PortAnswer answer, DoctorFinding systemPart, DoctorFinding found) =>
        Assert.Equal(found, DoctorChecks.Port(holder, answer, systemPart));

    [Fact]
    public void Pages_are_known_by_what_only_they_say()
    {
        var stopped = Encoding.UTF8.GetString(StoppedAgentPage.Response.Span);
        Assert.Equal(PortAnswer.NoAgent, PortQuestion.Judge(HttpStatusCode.ServiceUnavailable, stopped));
        Assert.Equal(PortAnswer.Other, PortQuestion.Judge(HttpStatusCode.OK, stopped));
        var other = SituationPage.Document(UiLanguage.Dutch, text => text.AnotherUser, AgentRefusal.AnotherUser.Code(), Html.None).Markup;
        Assert.Equal(PortAnswer.AnotherUser, PortQuestion.Judge(HttpStatusCode.Forbidden, other));
        Assert.Equal(PortAnswer.Other, PortQuestion.Judge(HttpStatusCode.OK, "<h1>It works!</h1>"));
    }

    [Fact]
    public async Task A_running_agent_and_its_card_are_found_without_a_command_to_the_card_and_nothing_of_the_person_is_said()
    {
        var person = CanaryCitizen.Draw("1.8");
        await using var agent = await RunningAgent.StartAsync();
        using var pki = SharedPki.Open(agent.Clock);
        var card = pki.IssueCard(person.Citizen);
        agent.Reader.Insert(card);

        var findings = await Run(agent.Reader, agent.Browser.Agent.Port).RunAsync(Cancellation);

        Assert.Equal(
            [
                DoctorFinding.PortOwnAgent, DoctorFinding.OwnerTold, DoctorFinding.SystemPartAbsent, DoctorFinding.ServiceRuns, DoctorFinding.ReaderFound, DoctorFinding.CardBelgian,
                DoctorFinding.PinNowhere, DoctorFinding.FolderWritable, DoctorFinding.ClockPlausible,
            ],
            findings);
        Assert.Empty(card.Transcript);
        foreach (var texts in Enum.GetValues<UiLanguage>().Select(DoctorTexts.In))
        {
            var written = DoctorReport.Text(findings, texts) + DoctorReport.Json(findings, texts);
            Assert.Empty(CanarySearch.In(written, person.Canaries));
            Assert.NotEmpty(CanarySearch.In(written + person.Citizen.Surname, person.Canaries));
            Assert.DoesNotContain(agent.Reader.Name, written, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.UserName, written, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.FullName, written, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task Another_program_on_the_port_is_not_taken_for_the_agent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 17\r\nConnection: close\r\n\r\n<h1>It works</h1>");
        var run = Run(new SimulatedReader("Simulated Reader 00 00", pinPad: false, TimeProvider.System), ((IPEndPoint)listener.LocalEndpoint).Port);

        var findings = await run.RunAsync(Cancellation);

        await serving;
        Assert.Equal(DoctorFinding.PortAnotherProgram, findings[0]);
        Assert.Contains(DoctorFinding.CardMissing, findings);
    }

    [Theory]
    [InlineData("2025-12-31T00:00:00Z", DoctorFinding.ClockWrong)]
    [InlineData("2026-11-22T00:00:00Z", DoctorFinding.ClockPlausible)]
    [InlineData("2060-01-02T00:00:00Z", DoctorFinding.ClockWrong)]
    internal void A_clock_out_of_all_bounds_is_told(string now, DoctorFinding found)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(found, DoctorChecks.Clock(clock));
    }

    [Fact]
    public void A_folder_that_is_no_folder_or_a_link_cannot_be_used()
    {
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");
        var link = Path.Combine(folder.FullName, "link");
        Directory.CreateSymbolicLink(link, folder.FullName);

        Assert.Equal(DoctorFinding.FolderUnusable, DoctorChecks.Folder(file));
        Assert.Equal(DoctorFinding.FolderUnusable, DoctorChecks.Folder(link));
        Assert.Equal(DoctorFinding.FolderUnusable, DoctorChecks.Folder(null));
        Assert.Equal(DoctorFinding.FolderWritable, DoctorChecks.Folder(Path.Combine(folder.FullName, "not", "yet")));
    }

    [Fact]
    public async Task Somebody_elses_connection_or_nobodys_is_a_problem()
    {
        Assert.Equal(DoctorFinding.OwnerTold, await DoctorChecks.OwnerAsync((_, _) => PeerOwner.ThisUser, Cancellation));
        Assert.Equal(DoctorFinding.OwnerNotTold, await DoctorChecks.OwnerAsync((_, _) => PeerOwner.Unknown, Cancellation));
        Assert.Equal(DoctorFinding.OwnerNotTold, await DoctorChecks.OwnerAsync((_, _) => PeerOwner.AnotherUser, Cancellation));
    }

    [Fact]
    public void The_json_has_the_worst_status_and_a_step_for_each_that_is_not_well()
    {
        var json = JsonDocument.Parse(DoctorReport.Json([DoctorFinding.PortOwnAgent, DoctorFinding.CardMissing], DoctorTexts.In(UiLanguage.English))).RootElement;

        Assert.Equal("warning", json.GetProperty("status").GetString());
        Assert.Equal(["port", "card"], json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("checks")[0].GetProperty("next").ValueKind);
        Assert.Equal("card_missing", json.GetProperty("checks")[1].GetProperty("code").GetString());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private DoctorRun Run(SimulatedReader reader, int port) => new(reader, TimeProvider.System)
    {
        Port = port,
        DataFolder = folder.FullName,
        Places = Path.Combine(folder.FullName, "places"),
        Surroundings = new PromptSurroundings(_ => null, null, _ => false),
    };

    private static async Task ServeAsync(TcpListener listener, string answer)
    {
        using var accepted = await listener.AcceptSocketAsync(Cancellation);
        await accepted.ReceiveAsync(new byte[4096], Cancellation);
        await accepted.SendAsync(Encoding.ASCII.GetBytes(answer), Cancellation);
    }
}
