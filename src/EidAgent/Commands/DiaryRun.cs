using System.Text;
using System.Text.Json;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary>One <c>diary</c> command. What is done is said in the person's language, or as one JSON object.</summary>
internal sealed class DiaryRun(DiaryBook diary, UiLanguage language, bool json, TextWriter output, TextWriter errors)
{
    private readonly DiaryTexts texts = DiaryTexts.In(language);

    public async Task<int> ShowAsync()
    {
        var content = await diary.ReadAsync();
        if (content.Fault is { } fault)
        {
            return KeptCommand.Tell(fault, language, errors);
        }

        if (json)
        {
            await output.WriteLineAsync($$"""{"on":{{(content.IsOn ? "true" : "false")}},"entries":{{DiaryExport.Json(content.Entries).TrimEnd()}}}""");
            return (int)ExitCode.Done;
        }

        await output.WriteLineAsync(content.IsOn ? texts.IsOn : texts.IsOff);
        foreach (var entry in content.Entries)
        {
            await output.WriteLineAsync(Line(entry));
        }

        if (content.Entries.Count == 0)
        {
            await output.WriteLineAsync(texts.Empty);
        }

        return (int)ExitCode.Done;
    }

    /// <summary>The same entries that the page saves.</summary>
    public async Task<int> ExportAsync(bool csv, string? file)
    {
        var content = await diary.ReadAsync();
        if (content.Fault is { } fault)
        {
            return KeptCommand.Tell(fault, language, errors);
        }

        var text = csv ? DiaryCsv.Write(content.Entries) : DiaryExport.Json(content.Entries);
        if (file is null)
        {
            await output.WriteAsync(text);
            return (int)ExitCode.Done;
        }

        return NewFile.TryWrite(file, Encoding.UTF8.GetBytes(text))
            ? (int)ExitCode.Done
            : ExitCode.FileNotWritten.Tell(Texts.CommandTexts.In(language), errors);
    }

    public async Task<int> EraseAsync() => Finish(await diary.EraseAsync(), texts.Erased);

    public async Task<int> SwitchAsync(bool on) => Finish(await diary.SwitchAsync(on), on ? texts.IsOn : texts.IsOff);

    private int Finish(KeepingFault? fault, string done)
    {
        if (fault is { } known)
        {
            return KeptCommand.Tell(known, language, errors);
        }

        output.WriteLine(json ? JsonSerializer.Serialize(new { done = true }) : done);
        return (int)ExitCode.Done;
    }

    // Every word of it is of a closed list or an origin, which is ASCII.
    private string Line(DiaryEntry entry)
    {
        var time = PageDates.Moment(language, entry.At, TimeZoneInfo.Local);
        var given = entry.Purpose == DiaryPurpose.Login ? $"; {texts.Asked}: {texts.Say(entry.Asked)}; {texts.Given}: {texts.Say(entry.Given)}" : "";
        return $"{time}  {entry.Origin}  {texts.Purposes[entry.Purpose]}: {texts.Outcomes[DiaryOutcomes.Of(entry)]}{(entry.Ending is null ? "" : $" ({entry.Ending})")}{given}";
    }
}
