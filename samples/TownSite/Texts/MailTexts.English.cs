namespace TownSite.Texts;

internal sealed partial record MailTexts
{
    private static MailTexts English() => new()
    {
        Tag = "en",
        Greeting = "Hello,",
        StateSubject = "Your request {0}",
        StateBody = "Your request {0} has a new state: {1}.",
        StateRead = "Log in at {0} and open “My requests” to read what we wrote.",
        AddressSubject = "Your e-mail address with the town was changed",
        AddressBody = "Messages about your account go to another address from now on. This old address gets none any more.",
        LinkedSubject = "An eID card was linked to your account",
        LinkedBody = "From now on an eID card gives access to your account.",
        UnlinkedSubject = "The eID card was unlinked from your account",
        UnlinkedBody = "That card no longer gives access to your account.",
        NotYou = "Was that not you? Log in at {0}, undo it under “Security”, or call the town.",
        Closing = "The town never asks for your PIN or password, by mail neither.",
    };
}
