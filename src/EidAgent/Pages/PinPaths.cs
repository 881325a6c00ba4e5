namespace EidAgent.Pages;

/// <summary>The addresses of the page where a person checks the PIN.</summary>
internal static class PinPaths
{
    /// <summary>The page itself. Opening it does nothing: any site can link to it.</summary>
    public const string Page = "/pin";

    /// <summary>Its button.</summary>
    public const string Start = Page + "/start";

    /// <summary>The page of one check.</summary>
    public static string Of(string id) => $"{Page}/{id}";

    /// <summary>An address with the language, and the login to lead back to.</summary>
    public static string With(string path, UiLanguage language, string? login) =>
        $"{path}?lang={language.Code()}{(login is null ? "" : "&login=" + Uri.EscapeDataString(login))}";
}
