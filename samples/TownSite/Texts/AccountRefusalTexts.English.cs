namespace TownSite.Texts;

internal sealed partial record AccountRefusalTexts
{
    private static AccountRefusalTexts English() => new()
    {
        Tag = "en",
        LoginExpired = "The card’s proof is too old, or was used already. Read the card again.",
        PurposeMismatch = "The card was read for something else. Begin again.",
        AccountChanged = "Meanwhile another account is logged in, or none. Log in and begin again.",
        LinkedElsewhere = "This card belongs to another account already. Undo it there first, or ask at the counter.",
        AccountHasAnotherCard = "Another card is linked to this account already. Undo that link first.",
        AccountDisabled = "The account of this card is closed. Call or write to Civil Affairs: civil.affairs@voorbeeldegem.example.",
        NamesDiffer = "The names on card and account differ, and you have not confirmed that.",
        LostRace = "Something else was linked at the same moment. See how it stands now, and begin again if you must.",
        LastWayIn = "This is your only way to log in. Choose a password first.",
        NotLinked = "There is no such link to undo.",
        AnotherPerson = "The card in the reader is not of the person who is logged in here.",
        TwoAccounts = "Two accounts belong to this card. Only the counter can put that right.",
        TestTrust = "This was a test card, and the site takes test cards no more.",
        CodeWrong = "There is no such code, or it was mistyped.",
        CodeExpired = "This code is too old, or was mistyped too often. Ask for a new one at the counter.",
        CodeUsed = "This code was used already.",
    };
}
