using EidAuth.Belpic;

namespace TownSite.Accounts;

/// <summary>What of the section <c>Town</c> pages show.</summary>
internal sealed class AccountOptions
{
    /// <summary>An invented account to print on the login page, in Development only.</summary>
    public string? ShownAccount { get; set; }

    /// <summary>What a login asks of the card beside the login itself; step-ups for certificates and the page of details ask for more.</summary>
    public CardParts FieldsAtLogin { get; set; }

    /// <summary>The zone in which the town shows times.</summary>
    public string TimeZone { get; set; } = "UTC";
}
