using System.Text;
using EidAgent.Data;
using EidAgent.Diary;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.Agent)]
public sealed class DiaryBookTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_login_is_one_line_when_it_is_asked_and_one_when_it_ended_and_the_last_counts()
    {
        var diary = new DiaryBook(folder.Open());
        var asked = Entry(1);
        await diary.WriteAsync(asked);
        Assert.Equal(DiaryOutcome.Unfinished, DiaryOutcomes.Of(Assert.Single((await diary.ReadAsync()).Entries)));

        var ended = asked with { Ending = "signed", EndedAt = Monday.AddMinutes(1), Given = ["certificate", "address"] };
        await diary.WriteAsync(ended);
        await diary.WriteAsync(asked);

        var read = Assert.Single((await diary.ReadAsync()).Entries);
        Assert.Equal(["certificate", "address"], read.Given);
        Assert.Equal((ended.Id, ended.At, ended.Origin, "signed", ended.EndedAt), (read.Id, read.At, read.Origin, read.Ending, read.EndedAt));
        var lines = await File.ReadAllLinesAsync(folder.File("diary.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(
            $$"""{"id":"{{ended.Id}}","at":"2026-03-02T09:01:00Z","origin":"https://s1.example","purpose":"login","asked":["certificate","address"],"ending":"signed","endedAt":"2026-03-02T09:01:00Z","given":["certificate","address"]}""",
            lines[1]);
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_costs_itself_alone()
    {
        var diary = new DiaryBook(folder.Open());
        await diary.WriteAsync(Entry(1));
        await diary.WriteAsync(Entry(2));
        var file = folder.File("diary.jsonl");
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (var length = whole.Length / 2; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length], TestContext.Current.CancellationToken);
            Assert.Null(await diary.WriteAsync(Entry(3)));
            var read = (await diary.ReadAsync()).Entries.Select(entry => entry.Origin).ToList();
            Assert.Equal("https://s1.example", read[0]);
            Assert.Equal("https://s3.example", read[^1]);
        }
    }

    [Fact]
    public async Task Off_means_that_nothing_is_written_and_what_was_stays()
    {
        var diary = new DiaryBook(folder.Open());
        await diary.WriteAsync(Entry(1));
        Assert.Null(await diary.SwitchAsync(on: false));
        Assert.Null(await diary.WriteAsync(Entry(2)));
        var off = await new DiaryBook(folder.Open()).ReadAsync();
        Assert.Equal((false, 1), (off.IsOn, off.Entries.Count));

        await diary.SwitchAsync(on: true);
        await diary.WriteAsync(Entry(2));
        Assert.Equal(2, (await diary.ReadAsync()).Entries.Count);
    }

    [Fact]
    public async Task Erased_is_gone_from_the_folder_while_the_agent_writes_on()
    {
        var (agent, command) = (new DiaryBook(folder.Open()), new DiaryBook(folder.Open()));
        await agent.WriteAsync(Entry(1));
        Assert.Null(await command.EraseAsync());
        Assert.Empty((await agent.ReadAsync()).Entries);
        Assert.All(Directory.GetFiles(folder.Path), file => Assert.Equal(0, new FileInfo(file).Length));
        await agent.WriteAsync(Entry(2));
        Assert.Equal("https://s2.example", Assert.Single((await command.ReadAsync()).Entries).Origin);
    }

    [Fact]
    public async Task Two_programs_write_and_erase_at_once_and_every_line_stays_whole()
    {
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            var diary = new DiaryBook(folder.Open());
            for (var i = 0; i < 40; i++)
            {
                Assert.Null(await diary.WriteAsync(Entry((writer * 100) + i)));
            }
        })).ToList();
        var eraser = new DiaryBook(folder.Open());
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await eraser.EraseAsync());
        }

        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        var lines = File.Exists(folder.File("diary.jsonl")) ? await File.ReadAllLinesAsync(folder.File("diary.jsonl"), TestContext.Current.CancellationToken) : [];
        Assert.All(lines, line => Assert.NotNull(DiaryLine.Read(Encoding.UTF8.GetBytes(line))));
    }

    [Fact]
    public async Task It_stays_small_and_no_flood_of_requests_pushes_a_login_out()
    {
        var files = new MemoryFiles();
        var diary = new DiaryBook(files);
        await diary.WriteAsync(Entry(0) with { Ending = "signed", EndedAt = Monday, Given = ["certificate"] });
        var flood = new StringBuilder(Encoding.UTF8.GetString(files.Read("diary.jsonl")!));
        for (var i = 1; flood.Length < DiaryBook.MaximumLength - 200; i++)
        {
            flood.Append(Encoding.UTF8.GetString(DiaryLine.Write(Entry(i) with { Ending = "cancelled", EndedAt = Monday })));
        }

        files.Replace("diary.jsonl", Encoding.UTF8.GetBytes(flood.ToString()));
        var before = (await diary.ReadAsync()).Entries;
        Assert.Null(await diary.WriteAsync(Entry(90_000)));
        Assert.Null(await diary.WriteAsync(Entry(90_001)));

        var after = (await diary.ReadAsync()).Entries;
        Assert.True(files.Length("diary.jsonl") < DiaryBook.MaximumLength, "It grew too long.");
        Assert.True(after.Count < before.Count, "Nothing was dropped.");
        Assert.Equal("https://s0.example", after[0].Origin);
        Assert.Equal(["https://s90000.example", "https://s90001.example"], after.TakeLast(2).Select(entry => entry.Origin));

        // What was dropped is the oldest of the rest.
        Assert.Equal(before.TakeLast(after.Count - 3).Select(entry => entry.Id), after.Skip(1).Take(after.Count - 3).Select(entry => entry.Id));
    }

    [Fact]
    public void Any_bytes_are_read()
    {
        var good = DiaryLine.Write(Entry(1) with { Ending = "signed", EndedAt = Monday, Given = ["certificate"] });
        var random = new Random(7);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            byte[] line = [.. good];
            for (var change = 0; change < 1 + (i % 3); change++)
            {
                line[random.Next(line.Length)] = (byte)random.Next(256);
            }

            if (DiaryLine.Read(line) is { } entry)
            {
                read++;
                Assert.All(entry.Asked.Concat(entry.Given), name => Assert.Contains(name, (string[])["certificate", "identity", "address", "photo"]));
                Assert.True(EidAuth.Login.Origin.TryParse(entry.Origin, out _));
            }
        }

        Assert.InRange(read, 100, 19_000);
        Assert.All<string>(["", "{}", "null", "[]", "\"\"", "{\"id\":7}", "\0"], text => Assert.Null(DiaryLine.Read(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("", "\"\"")]
    public void No_cell_is_a_formula(string text, string cell) => Assert.Equal(cell, DiaryCsv.Cell(text));

    [Fact]
    public void A_spreadsheet_gets_one_row_for_each_entry() => Assert.Equal(
        "\"at\",\"origin\",\"purpose\",\"asked\",\"ending\",\"ended_at\",\"given\"\r\n"
        + "\"2026-03-02T09:01:00Z\",\"https://s1.example\",\"login\",\"certificate address\",\"cancelled\",\"2026-03-02T09:00:00Z\",\"\"\r\n",
        DiaryCsv.Write([Entry(1) with { Ending = "cancelled", EndedAt = Monday }]));

    private static DiaryEntry Entry(int number) => new()
    {
        Id = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
        At = Monday.AddMinutes(number),
        Origin = $"https://s{number}.example",
        Purpose = DiaryPurpose.Login,
        Asked = ["certificate", "address"],
    };
}
