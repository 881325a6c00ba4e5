using EidAgent.Logins;

namespace EidAgent.Pages;

/// <summary>Simple pictures, drawn. They repeat what stands beside them in words, so they are hidden from screen readers.</summary>
internal static class Drawings
{
    /// <summary>For the window's tab: a card with its chip.</summary>
    public const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect x='2' y='6' width='28' height='20' rx='3' fill='%230b5f78'/%3E"
        + "%3Crect x='6' y='13' width='8' height='7' rx='1.5' fill='%23e0b23c'/%3E%3C/svg%3E";

    /// <summary>The card beside the agent's name.</summary>
    public static readonly Html Mark = Html.Of($"""
        <svg viewBox="0 0 40 28" aria-hidden="true"><rect class="card-body" x="1" y="1" width="38" height="26" rx="4" stroke-width="1.5"/><rect class="chip" x="6" y="9" width="10" height="9" rx="2"/><path class="card-lines" d="M21 10h13M21 15h13M21 20h8" stroke-width="2"/></svg>
        """);

    /// <summary>A tick.</summary>
    public static readonly Html Done = Picture(Html.Of($"""<circle class="ok" cx="120" cy="75" r="46" stroke-width="7"/><path class="ok" d="M98 76l16 17 30-36" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>"""));

    /// <summary>A bar in a ring.</summary>
    public static readonly Html Stopped = Picture(Html.Of($"""<circle class="stop" cx="120" cy="75" r="46" stroke-width="7"/><path class="stop" d="M120 50v32M120 98v2" stroke-width="10" stroke-linecap="round"/>"""));

    private static readonly Html Card = Html.Of($"""
        <rect class="card-body" x="0" y="0" width="92" height="58" rx="6" stroke-width="2"/><path class="card-lines" d="M44 16h36M44 27h36M44 38h22" stroke-width="3"/>
        <rect class="chip" x="10" y="18" width="24" height="20" rx="4" stroke-width="1.5"/><path class="chip-lines" d="M10 25h8v7h-8M34 25h-8v7h8M18 28.500h8" stroke-width="1.2"/>
        """);

    private static readonly Html UprightCard = Html.Of($"""
        <rect class="card-body" x="0" y="0" width="58" height="84" rx="6" stroke-width="2"/><path class="card-lines" d="M14 16h30M14 26h30M14 36h18" stroke-width="3"/>
        <rect class="chip" x="19" y="52" width="20" height="22" rx="4" stroke-width="1.5"/><path class="chip-lines" d="M26 52v8h6v-8M26 74v-8h6v8M29 60v6" stroke-width="1.2"/>
        """);

    private static readonly Html Reader = Html.Of($"""
        <rect class="reader-body" x="70" y="92" width="100" height="46" rx="9" stroke-width="2"/><rect class="slot" x="84" y="92" width="72" height="7" rx="2"/><circle class="screen" cx="120" cy="119" r="5"/>
        """);

    private static readonly Html Keypad = Html.Of($"""
        <rect class="reader-body" x="76" y="6" width="88" height="140" rx="10" stroke-width="2"/><rect class="screen" x="86" y="16" width="68" height="26" rx="3" stroke-width="2"/>
        <g class="blinks"><circle class="digits" cx="101" cy="29" r="4"/><circle class="digits" cx="114" cy="29" r="4"/><circle class="digits" cx="127" cy="29" r="4"/><circle class="digits" cx="140" cy="29" r="4"/></g>
        {Html.Join(Enumerable.Range(0, 12).Select(key => Html.Of($"""<rect class="{(key == 9 ? "key-no" : key == 11 ? "key-ok" : "key")}" x="{86 + (key % 3 * 24)}" y="{52 + (key / 3 * 22)}" width="20" height="16" rx="3"/>""")))}
        """);

    /// <summary>The picture of a step.</summary>
    public static Html Of(LoginStep step) => step switch
    {
        LoginStep.ServiceMissing or LoginStep.InsertReader => Picture(Html.Of($"""
            <g class="moves">{Reader}</g><path class="cable" d="M120 92C120 60 150 66 150 40" stroke-width="5" stroke-dasharray="10 7"/><rect class="reader-body" x="139" y="14" width="22" height="26" rx="3" stroke-width="2"/><path class="screen" d="M144 20h4v6h-4zM152 20h4v6h-4z"/>
            """)),
        LoginStep.InsertCard => Picture(Html.Of($"""<g class="moves"><g transform="translate(91 2)">{UprightCard}</g></g>{Reader}""")),
        LoginStep.NotBelgian or LoginStep.CardMute or LoginStep.CardBusy => Picture(Html.Of($"""
            <g transform="translate(91 30)">{UprightCard}</g>{Reader}<circle class="stop" cx="190" cy="46" r="22" stroke-width="5"/><path class="stop" d="M190 34v15M190 57v1" stroke-width="6" stroke-linecap="round"/>
            """)),
        LoginStep.PinOnKeypad => Picture(Keypad),
        LoginStep.PinInWindow => Picture(Html.Of($"""
            <rect class="window" x="40" y="18" width="160" height="114" rx="9" stroke-width="2.5"/><path class="window-bar" d="M40 38v-11a9 9 0 0 1 9-9h142a9 9 0 0 1 9 9v11z"/>
            <path class="card-lines" d="M60 58h120" stroke-width="4"/><rect class="field" x="60" y="72" width="120" height="28" rx="5" stroke-width="2"/>
            <g class="blinks"><circle class="dot" cx="80" cy="86" r="5"/><circle class="dot" cx="98" cy="86" r="5"/><circle class="dot" cx="116" cy="86" r="5"/><circle class="dot" cx="134" cy="86" r="5"/></g><rect class="window-bar" x="136" y="110" width="44" height="13" rx="4"/>
            """)),
        LoginStep.LastTry => Picture(Html.Of($"""<path class="stop" d="M120 16l62 112H58z" stroke-width="7" stroke-linejoin="round"/><path class="stop" d="M120 60v32M120 110v1" stroke-width="10" stroke-linecap="round"/>""")),
        _ => Picture(Html.Of($"""<g transform="translate(74 8)" class="blinks">{Card}</g><path class="arrow" d="M120 72v14" stroke-width="4"/>{Reader}""")),
    };

    /// <summary>A small mark before a stage: done, now or to do by its order.</summary>
    public static Html Stage(int order) => order switch
    {
        < 0 => Html.Of($"""<svg viewBox="0 0 24 24" aria-hidden="true"><circle class="disc-done" cx="12" cy="12" r="10"/><path class="tick" d="M7.500 12.500l3 3 6-7" stroke-width="2.400" stroke-linecap="round" stroke-linejoin="round"/></svg>"""),
        0 => Html.Of($"""<svg viewBox="0 0 24 24" aria-hidden="true"><circle class="ring-now" cx="12" cy="12" r="9.500" stroke-width="2.500"/><circle class="core-now blinks" cx="12" cy="12" r="5"/></svg>"""),
        _ => Html.Of($"""<svg viewBox="0 0 24 24" aria-hidden="true"><circle class="ring" cx="12" cy="12" r="9.500" stroke-width="2"/></svg>"""),
    };

    private static Html Picture(Html content) => Html.Of($"""<svg viewBox="0 0 240 152" aria-hidden="true" focusable="false">{content}</svg>""");
}
