using EidAuth.UnitTests.Iso7816;

namespace EidAuth.UnitTests.Belpic;

/// <summary>What a good card is told and answers when its PIN is checked or changed: the same chip, the tries left, the PIN, LOG OFF.</summary>
internal static class PinScript
{
    internal const string Change1234To5678 = "0024000110 241234FFFFFFFFFF 245678FFFFFFFFFF";

    /// <summary>1.8, with its tries told in GET CARD DATA.</summary>
    internal static ScriptedCard Card18(byte tries = 3) => new ScriptedCard().Open18().Asked18(tries);

    /// <summary>1.7, with its tries told by VERIFY without data.</summary>
    internal static ScriptedCard Card17(string statusWord = "63C3") =>
        new ScriptedCard(ScriptedCard.Atr17).Open17().On(CardScript.GetCardData, CardScript.CardData(0x17)).On("0020000100", statusWord);

    /// <summary>1.1, which is not asked.</summary>
    internal static ScriptedCard Card11() => new ScriptedCard(ScriptedCard.Atr17).On(CardScript.GetCardData, CardScript.CardData(0x11)).Asked11();

    internal static ScriptedCard Asked18(this ScriptedCard card, byte tries = 3) =>
        card.On(CardScript.GetCardDataWithTries, CardScript.CardDataWithTries(0x18, tries));

    internal static ScriptedCard Asked11(this ScriptedCard card) => card.On(CardScript.GetCardData, CardScript.CardData(0x11));

    internal static ScriptedCard LoggedOff(this ScriptedCard card) => card.On(CardScript.LogOff, "9000");
}
