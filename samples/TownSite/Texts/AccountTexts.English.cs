namespace TownSite.Texts;

internal sealed partial record AccountTexts
{
    private static AccountTexts English() => new()
    {
        Tag = "en",
        UserName = "User name",
        Password = "Password",
        Closed = "This account is closed. Call or write to Civil Affairs: civil.affairs@voorbeeldegem.example.",
        FirstTitle = "Your first time here with this card",
        FirstLead = "The town does not know this card yet. See that it is yours, then choose how to go on.",
        ProvenName = "The card belongs to",
        WillKeep = "This is what the town keeps when you make an account:",
        KeepNames = "your given names and surname, as the card proves them",
        KeepReference = "a reference by which this town knows your card again, also a renewed one",
        KeepNoNumber = "not: your national number, your photo, your address",
        MakeAccount = "Make my account",
        NotMe = "This is not me: stop",
        HaveTitle = "I have an account already",
        HaveLead = "Prove it by your password. Afterwards the card and the password both lead to the same account.",
        LinkByPassword = "Link the card to my account",
    };
}
