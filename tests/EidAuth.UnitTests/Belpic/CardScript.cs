using System.Globalization;
using EidAuth.UnitTests.Iso7816;

namespace EidAuth.UnitTests.Belpic;

/// <summary>What a good card is told and answers in each part of a login, as the applet manuals have it.</summary>
internal static class CardScript
{
    internal const string ChipNumber = "534C494E0102030405060708090A0B0C";
    internal const string GetCardData = "80E400001C";
    internal const string GetCardDataWithTries = "80E400011F";
    internal const string SelectApplet = "00A404000FA00000003029057000AD13100101FF";
    internal const string SelectAuthentication = "00A4080C063F00DF005038";
    internal const string SelectDirectory = "00A4080C043F00DF00";
    internal const string Mse17 = "002241B6050480018482";
    internal const string Mse18 = "002241B6050480408482";
    internal const string Verify1234 = "0020000108241234FFFFFFFFFF";
    internal const string LogOff = "80E6000000";

    internal static string CardData(byte applet) => $"{ChipNumber} F336012201 {applet:X2} 0003 00 21 01 0F 9000";

    internal static string CardDataWithTries(byte applet, byte triesLeft = 3) => $"{ChipNumber} F336012201 {applet:X2} 0003 00 21 01 0F {triesLeft:X2}FFFF 9000";

    internal static ScriptedCard Open17(this ScriptedCard card) => card.On(GetCardData, CardData(0x17));

    internal static ScriptedCard Open18(this ScriptedCard card) => card.On(GetCardDataWithTries, CardDataWithTries(0x18));

    /// <summary>A certificate read in chunks of 256 bytes, the last with its exact length.</summary>
    internal static ScriptedCard Certificate(this ScriptedCard card, byte[] der, string select = SelectAuthentication)
    {
        card.On(select, "9000");
        for (var offset = 0; offset < der.Length; offset += 256)
        {
            var length = Math.Min(256, der.Length - offset);
            card.On(Read(offset, length), Convert.ToHexString(der.AsSpan(offset, length)) + "9000");
        }

        return card;
    }

    internal static ScriptedCard Sign17(this ScriptedCard card, byte[] digest, byte[] signature) =>
        card.On("002A9E9A33 3031300D060960864801650304020105000420" + Convert.ToHexString(digest), "6100").On("00C0000000", Convert.ToHexString(signature) + "9000");

    internal static ScriptedCard Sign18(this ScriptedCard card, byte[] digest, byte[] signature) =>
        card.On("002A9E9A30" + Convert.ToHexString(digest), "6160").On("00C0000060", Convert.ToHexString(signature) + "9000");

    internal static string Read(int offset, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"00B0{offset:X4}{(byte)length:X2}");
}
