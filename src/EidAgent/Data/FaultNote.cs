using EidAgent.Pages;

namespace EidAgent.Data;

/// <summary>Says on a page that something could not be kept or read, why, and with which code.</summary>
internal static class FaultNote
{
    /// <summary>On the pages of a login: it goes on, but is not written down.</summary>
    public static Html NotKept(UiLanguage language, KeepingFault? fault) => Write(language, fault, KeepingTexts.In(language).NotKept);

    /// <summary>After a button that did nothing.</summary>
    public static Html NotDone(UiLanguage language, KeepingFault? fault) => Write(language, fault, KeepingTexts.In(language).NotDone);

    /// <summary>Where something should stand that cannot be read.</summary>
    public static Html Of(UiLanguage language, KeepingFault? fault) => Write(language, fault, "");

    private static Html Write(UiLanguage language, KeepingFault? fault, string before) => fault is { } known
        ? Html.Of($"""<p class="note warning" role="alert" data-fault="{known.Code()}">{before} {KeepingTexts.In(language).Faults[known]} <code>{known.Code()}</code></p>""")
        : Html.None;
}
