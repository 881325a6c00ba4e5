namespace EidAuth.AspNetCore;

public sealed partial record EidLoginTexts
{
    /// <summary>Dutch, as the package has it.</summary>
    public static EidLoginTexts Dutch { get; } = new()
    {
        Tag = "nl",
        CardTitle = "Met uw eID-kaart",
        CardStepReader = "Leg uw kaart en een kaartlezer klaar.",
        CardStepClick = "Klik hieronder. Uw eigen eID-programma opent en noemt deze site.",
        CardStepPin = "Typ uw pincode daar, nooit op deze site.",
        CardLink = "Aanmelden met eID",
        PasswordTitle = "Met gebruikersnaam en wachtwoord",
        PasswordLead = "Voor wie een account van de gemeente heeft.",
        UserName = "Gebruikersnaam",
        Password = "Wachtwoord",
        PasswordButton = "Aanmelden met wachtwoord",
        OtherTitle = "Op een andere manier",
        OtherButton = "Aanmelden met {0}",
        HelpTitle = "Lukt het niet met de kaart?",
        HelpNoAgent = "Ik heb nog geen eID-programma",
        HelpNoAgentText = "Aanmelden met de kaart gaat via een klein programma op uw computer. Installeer het één keer, kom terug naar dit tabblad en klik opnieuw: u hoeft niets te herstarten. Doe dat alleen op een computer die van u is.",
        HelpNoAgentLink = "Naar het eID-programma",
        HelpNothing = "Er gebeurt niets, of de pagina is niet bereikbaar",
        HelpNothingText = "Meldt uw browser dat 127.0.0.1 niet bereikbaar is, dan staat het eID-programma niet aan. Start het en klik opnieuw. Vraagt uw browser of deze site apparaten op uw computer mag benaderen, sta dat dan toe.",
        HelpCard = "De kaart wordt niet gelezen",
        HelpCardText = "Steek de kaart met de chip naar voren in de lezer tot ze niet verder kan. Wacht enkele seconden. Helpt dat niet, steek de lezer dan in een andere aansluiting en sluit andere programma’s die de kaart gebruiken.",
        RefusedStopped = "U bent niet aangemeld",
        RefusedAgain = "Aanmelden is niet gelukt",
        RefusedLater = "Aanmelden met de kaart kan even niet",
        RefusedCard = "Met deze kaart kunt u zich niet aanmelden",
        AdviceStopped = "Begin opnieuw wanneer u wilt.",
        AdviceAgain = "Probeer het hieronder opnieuw.",
        AdviceLater = "U hoeft zelf niets te doen.",
        AdviceCard = "De dienst Bevolking van uw gemeente helpt u verder.",
        AdviceOtherWay = "Of meld u op een andere manier aan.",
        CodeForHelpDesk = "Code voor de helpdesk:",
    };
}
