using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary>The language a command speaks.</summary>
internal static class CommandLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>By the option, else the first of the three variables that is set (POSIX XBD §8.2), else English.</summary>
    public static UiLanguage Of(string? option) => Of(option, Environment.GetEnvironmentVariable);

    internal static UiLanguage Of(string? option, Func<string, string?> variable)
    {
        var locale = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return UiLanguages.Of(option ?? locale.Split('_', '.', '@')[0]) ?? UiLanguage.English;
    }
}
