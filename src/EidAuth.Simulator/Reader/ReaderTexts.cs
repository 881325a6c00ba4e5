using System.Text.Json;
using EidAuth.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace EidAuth.Simulator.Reader;

/// <summary>The page's texts in one language, by name; the files assets/texts-*.json.</summary>
internal sealed class ReaderTexts
{
    // Before All, which is made from it.
    private static readonly string[] Four = ["nl", "fr", "de", "en"];

    private static readonly Dictionary<string, ReaderTexts> All =
        Four.ToDictionary(language => language, language => new ReaderTexts(language), StringComparer.Ordinal);

    private readonly Dictionary<string, string> texts;

    private ReaderTexts(string language)
    {
        Language = language;
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(Asset.Read($"texts-{language}.json"))!;
    }

    /// <summary>In the order of the page's switch.</summary>
    public static IReadOnlyList<string> Languages => Four;

    public string Language { get; }

    public IReadOnlyCollection<string> Names => texts.Keys;

    public string this[string name] => texts[name];

    public static ReaderTexts In(string language) => All[language];

    /// <summary>The language asked for by name, or the browser's first choice among the four, or English.</summary>
    public static ReaderTexts For(HttpRequest request, string? asked)
    {
        if (asked is not null && All.TryGetValue(asked, out var named))
        {
            return named;
        }

        var accepted = request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is null or > 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is not null && All.ContainsKey(language));
        return All[accepted ?? "en"];
    }

    /// <summary>A fault that waits, and for which command.</summary>
    public string Fault(PlannedFault fault) => this["trouble.planned"]
        .Replace("{n}", fault.AtCommand.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{fault}", this["fault." + fault.Kind], StringComparison.Ordinal);

    /// <summary>What the display says, with the tries left where the card told them.</summary>
    public string Display(ReaderPanel panel) => panel switch
    {
        { Display: ReaderDisplay.PinWrong, TriesLeft: 1 } => this["display.PinWrong.one"],
        { Display: ReaderDisplay.PinWrong, TriesLeft: > 1 and var left } =>
            this["display.PinWrong.many"].Replace("{n}", left.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
        _ => this["display." + panel.Display],
    };
}
