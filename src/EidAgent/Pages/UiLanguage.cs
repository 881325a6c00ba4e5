namespace EidAgent.Pages;

/// <summary>The languages of the pages.</summary>
internal enum UiLanguage
{
    /// <summary>Nederlands.</summary>
    Dutch,

    /// <summary>Français.</summary>
    French,

    /// <summary>Deutsch.</summary>
    German,

    /// <summary>English.</summary>
    English,
}
