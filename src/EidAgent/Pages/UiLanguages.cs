using Microsoft.AspNetCore.Http;

namespace EidAgent.Pages;

/// <summary>Codes of the languages, and how one is chosen.</summary>
internal static class UiLanguages
{
    /// <summary>ISO 639-1.</summary>
    public static string Code(this UiLanguage language) => language switch
    {
        UiLanguage.Dutch => "nl",
        UiLanguage.French => "fr",
        UiLanguage.German => "de",
        _ => "en",
    };

    /// <summary>The language's own name.</summary>
    public static string Name(this UiLanguage language) => language switch
    {
        UiLanguage.Dutch => "Nederlands",
        UiLanguage.French => "Français",
        UiLanguage.German => "Deutsch",
        _ => "English",
    };

    /// <summary>By ISO 639-1 code, or null.</summary>
    public static UiLanguage? Of(string? code) => code switch
    {
        "nl" => UiLanguage.Dutch,
        "fr" => UiLanguage.French,
        "de" => UiLanguage.German,
        "en" => UiLanguage.English,
        _ => null,
    };

    /// <summary>The first of the browser's languages that we have, by weight; otherwise English.</summary>
    public static UiLanguage Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Of(language.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null) ?? UiLanguage.English;
}
