using EidAgent.Gate;
using EidAgent.Logins;

namespace EidAgent.Pages;

internal static class EnglishTexts
{
    public static readonly Texts All = new()
    {
        Language = UiLanguage.English,
        AgentName = "eID agent",
        LanguageChoice = "Language",
        TestTrust = "TEST TRUST: this agent runs with test cards. Nothing shown here is real.",
        Footer = "This page comes from a program on your own computer. Never type your PIN in a web page.",
        CodeLabel = "Code for the helpdesk:",
        Home = new("The eID agent is running", "Go to the website you want to use and choose to log in with your eID."),
        Consent = new("Log in with your eID?", "This website asks you to log in:"),
        ReadsAs = "Written with its own letters:",
        CheckAddress = "Is this the website you want to log in to? If not, press Cancel.",
        NextHeading = "What happens next",
        Next =
        [
            "You put your eID card in the card reader.",
            "You type your PIN on the reader, or in a window of this program.",
            "The website receives your login certificate. It contains your name and your national number.",
        ],
        FieldsHeading = "The website also asks for",
        Fields = new Dictionary<string, string>
        {
            ["identity"] = "your identity data",
            ["address"] = "your address",
            ["photo"] = "your photo",
        },
        FieldsChoice = "Tick what you want to give; what you do not tick stays on your card. To check that it is genuine, the website's software sees the whole file of your card, and with your address or photo also your identity file. It may keep only what you tick, or a fact drawn from it, for example that you are over 18.",
        Continue = "Continue",
        Cancel = "Cancel",
        Busy = new("Another login is under way", "The card reader is in use for another website. This page continues as soon as the reader is free."),
        BusyStop = "Stop the other login",
        LoggingInTo = "Logging in to",
        ProgressHeading = "Progress",
        Stages = ["Connect reader", "Insert card", "Read card", "Enter PIN", "Sign"],
        StageDone = "done",
        StageNow = "now",
        StageToDo = "to do",
        Steps = new Dictionary<LoginStep, PageText>
        {
            [LoginStep.ServiceMissing] = new("Card reader service not running", "Your computer's smart card service does not answer. Start it, or restart your computer. This page continues by itself."),
            [LoginStep.InsertReader] = new("Connect your card reader", "No card reader was found. Plug it in; this page continues by itself."),
            [LoginStep.InsertCard] = new("Insert your eID card", "Put the card in the reader with the chip first."),
            [LoginStep.NotBelgian] = new("This is not a Belgian eID card", "Take this card out and insert your eID card."),
            [LoginStep.CardMute] = new("The card does not answer", "Take the card out, check that the chip is on the right side, and insert it again."),
            [LoginStep.CardBusy] = new("The card is in use", "Another program is using the card. This page continues as soon as it is free."),
            [LoginStep.Reading] = new("Reading your card", "Please leave the card in the reader."),
            [LoginStep.LastTry] = new("Only one try left", "If the next PIN is wrong, your card is blocked and you will have to go to your municipality. Not sure of your PIN? Press Cancel and look it up first."),
            [LoginStep.PinOnKeypad] = new("Type your PIN on the card reader", "Use the keys of the reader, then press OK on the reader."),
            [LoginStep.PinInWindow] = new("Type your PIN in the window", "A window of this program has opened on your screen. It names the same website as this page."),
            [LoginStep.Signing] = new("Signing", "Please leave the card in the reader."),
        },
        PinWrong = "That PIN was wrong.",
        PinLength = "A PIN has 4 to 12 digits. No try was used.",
        OneTryLeft = "1 try left.",
        TriesLeft = "{0} tries left.",
        UseLastTry = "Use the last try",
        AgentGone = "The program no longer answers. Start it again, then go back to the website.",
        Returning = new("Back to the website", "If nothing happens, press the button."),
        BackToSite = "Back to the website",
        Endings = new Dictionary<LoginEnding, PageText>
        {
            [LoginEnding.Signed] = new("Your card has signed", "You can take your card out."),
            [LoginEnding.Cancelled] = new("Cancelled", "You cancelled the login."),
            [LoginEnding.ConsentExpired] = new("This took too long", "The login was waiting for you and has ended. Nothing was sent. Try again from the website."),
            [LoginEnding.Displaced] = new("Replaced by newer logins", "Too many logins were waiting, so this one has ended. Nothing was sent. Try again from the website."),
            [LoginEnding.Stopped] = new("Stopped", "You stopped this login from the page of another one. Nothing was sent."),
            [LoginEnding.CardTimedOut] = new("No card was inserted", "The login waited for your card and has ended. Try again from the website."),
            [LoginEnding.PinTimedOut] = new("No PIN was typed", "The login waited for your PIN and has ended. Try again from the website."),
            [LoginEnding.PinBlocked] = new("The PIN of this card is blocked", "A wrong PIN was typed three times. Your municipality can unblock the card or give you a new PIN."),
            [LoginEnding.NoCertificate] = new("You cannot log in with this card", "There is no login certificate on it. Children's cards and some other cards have none."),
            [LoginEnding.CardTooOld] = new("This card is too old", "Cards of this generation can no longer be used to log in. Your municipality gives you a new one."),
            [LoginEnding.CardRemoved] = new("The card was removed", "The card left the reader before the login was finished. No PIN was sent to any other card. Try again from the website."),
            [LoginEnding.CardReset] = new("Another program interrupted", "Another program reset the card while the login was running. Close other eID programs and try again."),
            [LoginEnding.ReaderLost] = new("The reader was disconnected", "The card reader left before the login was finished. Connect it and try again from the website."),
            [LoginEnding.ServiceLost] = new("The card reader service stopped", "Your computer's smart card service stopped while the login was running. Try again from the website."),
            [LoginEnding.CardBusy] = new("The card is in use", "Another program kept the card to itself. Close other eID programs and try again."),
            [LoginEnding.CardMute] = new("The card stopped answering", "Take the card out, insert it again, and try again from the website."),
            [LoginEnding.NotActivated] = new("This card is not activated", "Your municipality activates the card with you, with the codes from the letter you received."),
            [LoginEnding.CardProtocol] = new("The card gave an unexpected answer", "Take the card out, insert it again, and try again from the website."),
            [LoginEnding.PinEntryUnavailable] = new("No place to type your PIN", "No window could be opened for your PIN. Use a reader with keys, or start this program on your desktop."),
            [LoginEnding.AgentFault] = new("Something went wrong in this program", "Nothing was sent. Try again from the website."),
            [LoginEnding.AgentStopping] = new("The program is closing", "Nothing was sent. Start the program and try again from the website."),
        },
        Refusals = new Dictionary<AgentRefusal, PageText>
        {
            [AgentRefusal.MethodRefused] = new("Request refused", "This kind of request is not answered here."),
            [AgentRefusal.MetadataMissing] = new("This browser is too old", "It does not say where a request comes from, so nobody can tell a login from an attack. Update your browser."),
            [AgentRefusal.FrameRefused] = new("Not inside another page", "This page shows only in a window of its own. Try again from the website."),
            [AgentRefusal.FetchRefused] = new("Request refused", "A page tried to reach the eID agent in the background. That is never allowed."),
            [AgentRefusal.CrossOriginPost] = new("Request refused", "Another website tried to press a button of the eID agent. That is never allowed."),
            [AgentRefusal.PageTokenRefused] = new("This page is out of date", "Go back to the website and try again."),
            [AgentRefusal.FormMalformed] = new("Request refused", "The form cannot be read. Go back to the website and try again."),
            [AgentRefusal.FormTooLarge] = new("Request refused", "The form is too large. Go back to the website and try again."),
            [AgentRefusal.NotFound] = new("There is no such page", "Go to the website you want to use and choose to log in with your eID."),
            [AgentRefusal.LoginUnknown] = new("This login is over", "Go back to the website and try again."),
            [AgentRefusal.RequestMalformed] = new("The website's request cannot be read", "Nothing was sent. The website made a mistake; its helpdesk can use the code below."),
            [AgentRefusal.UnknownVersion] = new("The website is newer than this program", "Update the eID agent and try again."),
            [AgentRefusal.ReturnAddressRefused] = new("The website's address is not allowed", "Your login would go to an address that may not receive it. Nothing was sent."),
            [AgentRefusal.UnknownField] = new("The website asks for unknown data", "Nothing was sent. The website made a mistake; its helpdesk can use the code below."),
        },
    };
}
