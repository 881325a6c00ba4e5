namespace EidAuth.AspNetCore;

public sealed partial record EidLoginTexts
{
    /// <summary>English, as the package has it.</summary>
    public static EidLoginTexts English { get; } = new()
    {
        Tag = "en",
        CardTitle = "With your eID card",
        CardStepReader = "Have your card and a card reader at hand.",
        CardStepClick = "Click below. Your own eID program opens and names this site.",
        CardStepPin = "Type your PIN there, never on this site.",
        CardLink = "Log in with eID",
        PasswordTitle = "With user name and password",
        PasswordLead = "For those who have an account with the town.",
        UserName = "User name",
        Password = "Password",
        PasswordButton = "Log in with password",
        OtherTitle = "In another way",
        OtherButton = "Log in with {0}",
        HelpTitle = "Is the card giving trouble?",
        HelpNoAgent = "I have no eID program yet",
        HelpNoAgentText = "Logging in with the card goes through a small program on your computer. Install it once, come back to this tab and click again: nothing needs restarting. Do so only on a computer that is yours.",
        HelpNoAgentLink = "To the eID program",
        HelpNothing = "Nothing happens, or the page cannot be reached",
        HelpNothingText = "If your browser says that 127.0.0.1 cannot be reached, the eID program is not running. Start it and click again. If your browser asks whether this site may reach devices on your computer, allow it.",
        HelpCard = "The card is not read",
        HelpCardText = "Push the card into the reader, chip first, until it stops. Wait a few seconds. If that does not help, plug the reader in elsewhere and close other programs that use the card.",
        RefusedStopped = "You are not logged in",
        RefusedAgain = "Logging in did not work",
        RefusedLater = "Logging in with the card is not possible just now",
        RefusedCard = "You cannot log in with this card",
        AdviceStopped = "Start again whenever you like.",
        AdviceAgain = "Try again below.",
        AdviceLater = "There is nothing you need to do.",
        AdviceCard = "The population service of your town can help you.",
        AdviceOtherWay = "Or log in another way.",
        CodeForHelpDesk = "Code for the help desk:",
    };
}
