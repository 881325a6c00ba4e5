namespace TownSite.Texts;

internal sealed partial record PlacesTexts
{
    private static PlacesTexts English() => new()
    {
        Tag = "en",
        MyPages = "My pages",
        Overview = "Overview",
        Profile = "My details",
        Security = "Security",
        Requests = "My requests",
        ProfileLead = "What the town knows of you, and where it is from.",
        SecurityLead = "Password, card, and where you are logged in now.",
        RequestsLead = "What you asked for and reported, and how it stands.",
        LastLogin = "Your login before this one",
        FirstLogin = "This is your first login.",
        ByCard = "eID card and PIN",
        ByPassword = "password",
        NotYou = "Was that not you? Look at Security.",
    };
}
