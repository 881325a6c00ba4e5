using Microsoft.AspNetCore.Html;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>A card before its reader. Colours come from the style sheet; it says nothing that the steps below it do not.</summary>
internal static class CardPicture
{
    public static readonly HtmlString Svg = new(
        """
        <svg class="eid-card" viewBox="0 10 200 76" aria-hidden="true" focusable="false">
        <rect class="eid-card-reader" x="104" y="22" width="86" height="52" rx="8"/>
        <rect class="eid-card-slot" x="104" y="40" width="10" height="16" rx="2"/>
        <circle class="eid-card-light" cx="176" cy="36" r="4"/>
        <rect class="eid-card-plastic" x="8" y="16" width="104" height="64" rx="7"/>
        <rect class="eid-card-chip" x="76" y="38" width="22" height="18" rx="3"/>
        <path class="eid-card-lines" d="M82 38v18M92 38v18M76 47h22"/>
        <circle class="eid-card-portrait" cx="30" cy="40" r="9"/>
        <path class="eid-card-portrait" d="M15 68q0-16 15-16t15 16z"/>
        <path class="eid-card-print" d="M54 68h44"/>
        </svg>
        """);
}
