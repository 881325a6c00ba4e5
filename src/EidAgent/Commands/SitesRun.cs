using System.Text.Json;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Pages;
using EidAgent.Sites;
using EidAuth.Login;

namespace EidAgent.Commands;

/// <summary>One <c>sites</c> command. What is done is said in the person's language, or as one JSON object.</summary>
internal sealed class SitesRun(SiteBook sites, UiLanguage language, bool json, TimeProvider clock, TextWriter output, TextWriter errors)
{
    private readonly SiteTexts texts = SiteTexts.In(language);

    public async Task<int> ListAsync()
    {
        var list = await sites.ReadAsync();
        if (list.Fault is { } fault)
        {
            return KeptCommand.Tell(fault, language, errors);
        }

        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { sites = list.Sites.Select(Fields) }));
            return (int)ExitCode.Done;
        }

        foreach (var site in list.Sites)
        {
            await output.WriteLineAsync(Line(site));
        }

        if (list.Sites.Count == 0)
        {
            await output.WriteLineAsync(texts.Empty);
        }

        return (int)ExitCode.Done;
    }

    public async Task<int> BlockAsync(Origin origin) => Finish(await sites.BlockAsync(origin, clock.GetUtcNow()));

    public async Task<int> UnblockAsync(Origin origin) => Finish(await sites.UnblockAsync(origin));

    public async Task<int> ForgetAsync(Origin origin) => Finish(await sites.ForgetAsync(origin));

    private static object Fields(SiteRecord site) => new
    {
        origin = site.Origin,
        state = site.IsBlocked ? "blocked" : "known",
        firstSeen = DiaryLine.Time(site.FirstSeen),
        lastUsed = site.LastUsed is { } last ? DiaryLine.Time(last) : null,
        times = site.Times,
    };

    private string Line(SiteRecord site)
    {
        var last = site.LastUsed is { } used ? PageDates.Day(language, used, clock.LocalTimeZone) : texts.Never;
        var colon = language == UiLanguage.French ? "\u00a0: " : ": ";
        return $"{site.Origin}  {(site.IsBlocked ? texts.Blocked : texts.Allowed)} · {texts.FirstSeen}{colon}{PageDates.Day(language, site.FirstSeen, clock.LocalTimeZone)} · {texts.LastUsed}{colon}{last} · {texts.Times}{colon}{site.Times}";
    }

    private int Finish(KeepingFault? fault)
    {
        if (fault is { } known)
        {
            return KeptCommand.Tell(known, language, errors);
        }

        output.WriteLine(json ? JsonSerializer.Serialize(new { done = true }) : texts.Done);
        return (int)ExitCode.Done;
    }
}
