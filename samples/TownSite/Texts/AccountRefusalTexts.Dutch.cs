namespace TownSite.Texts;

internal sealed partial record AccountRefusalTexts
{
    private static AccountRefusalTexts Dutch() => new()
    {
        Tag = "nl",
        LoginExpired = "Het bewijs van de kaart is te oud of al gebruikt. Lees de kaart opnieuw.",
        PurposeMismatch = "De kaart werd voor iets anders gelezen. Begin opnieuw.",
        AccountChanged = "Intussen is een andere account aangemeld, of geen. Meld u aan en begin opnieuw.",
        LinkedElsewhere = "Deze kaart hoort al bij een andere account. Maak ze daar eerst los, of vraag het aan het loket.",
        AccountHasAnotherCard = "Bij deze account hoort al de kaart van iemand anders, of een kaart met een ander nummer. Maak die eerst los.",
        AccountDisabled = "De account van deze kaart is gesloten. Bel of schrijf de dienst Bevolking: bevolking@voorbeeldegem.example.",
        NamesDiffer = "De namen op kaart en account verschillen, en u hebt dat niet bevestigd.",
        LostRace = "Op hetzelfde ogenblik werd iets anders verbonden. Kijk na hoe het nu staat en begin zo nodig opnieuw.",
        LastWayIn = "Dit is uw enige manier om aan te melden. Kies eerst een wachtwoord.",
        NotLinked = "Er is niets verbonden dat u kunt losmaken.",
        AnotherPerson = "De kaart in de lezer is niet van de persoon die hier aangemeld is.",
        TwoAccounts = "Bij deze kaart horen twee accounts. Alleen het loket kan dat rechtzetten.",
        TestTrust = "Dit was een testkaart, en de site neemt geen testkaarten meer.",
        CodeWrong = "Deze code bestaat niet, of u hebt ze verkeerd getypt.",
        CodeExpired = "Deze code is te oud of te vaak verkeerd getypt. Vraag een nieuwe aan het loket.",
        CodeUsed = "Deze code is al gebruikt.",
    };
}
