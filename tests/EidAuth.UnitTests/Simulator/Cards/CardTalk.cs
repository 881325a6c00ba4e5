using EidAuth.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

/// <summary>Hexadecimal in, hexadecimal out.</summary>
internal static class CardTalk
{
    public const string RightPin = "0020000108241234FFFFFFFFFF";
    public const string WrongPin = "0020000108249999FFFFFFFFFF";
    public const string UseAuthenticationKey18 = "002241B6050480408482";
    public const string UseSignatureKey18 = "002241B6050480408483";
    public const string UseAuthenticationKey17 = "002241B6050480018482";
    public const string UseSignatureKey17 = "002241B6050480018483";

    /// <summary>PSO over a SHA-384 hash.</summary>
    public static readonly string Sign18 = "002A9E9A30" + new string('5', 96);

    /// <summary>PSO over the DigestInfo of a SHA-256 hash.</summary>
    public static readonly string Sign17 = "002A9E9A333031300D060960864801650304020105000420" + new string('5', 64);

    public static string Say(this SimulatedCard card, string command) => Convert.ToHexString(card.Transmit(Convert.FromHexString(command)));

    /// <summary>A file by path as clients read it: SELECT, then READ BINARY with 6Cxx followed, until 6B00.</summary>
    public static byte[] ReadFile(this SimulatedCard card, string path)
    {
        Assert.Equal("9000", card.Say($"00A4080C{path.Length / 2:X2}{path}"));
        List<byte> content = [];
        while (true)
        {
            var answer = card.Say($"00B0{content.Count:X4}00");
            if (answer.StartsWith("6C", StringComparison.Ordinal))
            {
                answer = card.Say($"00B0{content.Count:X4}{answer[2..]}");
            }

            if (answer == "6B00")
            {
                return [.. content];
            }

            Assert.EndsWith("9000", answer, StringComparison.Ordinal);
            content.AddRange(Convert.FromHexString(answer[..^4]));
        }
    }
}
