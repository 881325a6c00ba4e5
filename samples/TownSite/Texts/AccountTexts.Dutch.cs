namespace TownSite.Texts;

internal sealed partial record AccountTexts
{
    private static AccountTexts Dutch() => new()
    {
        Tag = "nl",
        UserName = "Gebruikersnaam",
        Password = "Wachtwoord",
        Closed = "Deze account is gesloten. Bel of schrijf de dienst Bevolking: bevolking@voorbeeldegem.example.",
        FirstTitle = "Uw eerste keer hier met deze kaart",
        FirstLead = "De gemeente kent deze kaart nog niet. Kijk na of dit uw kaart is en kies dan hoe u verdergaat.",
        ProvenName = "De kaart is van",
        WillKeep = "Dit bewaart de gemeente als u een account maakt:",
        KeepNames = "uw voornamen en naam, zoals de kaart ze bewijst",
        KeepReference = "een kenmerk waaraan deze gemeente uw kaart herkent, ook na een vernieuwing",
        KeepNoNumber = "niet: uw rijksregisternummer, uw foto, uw adres",
        MakeAccount = "Mijn account maken",
        NotMe = "Dit ben ik niet: stoppen",
        HaveTitle = "Ik heb al een account",
        HaveLead = "Bewijs het met uw wachtwoord. Daarna kunt u met de kaart én met het wachtwoord in dezelfde account.",
        LinkByPassword = "Kaart met mijn account verbinden",
    };
}
