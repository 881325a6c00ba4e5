using Microsoft.AspNetCore.Identity;

namespace TownSite.Data;

/// <summary>One person's account with the town. Who it belongs to stands in it twice: as they call themselves, and, once a card is linked, as that card says.</summary>
public sealed class TownUser : IdentityUser
{
    /// <summary>Typed at registration, or from the card that made the account.</summary>
    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Closed by an officer: no way in works.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>nl, fr, de or en: the language of mails.</summary>
    public string Language { get; set; } = "nl";
}
