using System.Security.Cryptography;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Testing.Pki;
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

    private static readonly Lazy<TestPki> Issuer = new(() => SharedPki.Open(TimeProvider.System));

    private static readonly Lazy<(byte[] Authentication, byte[] Signature)> RsaKeys = new(() => (MakeRsa(), MakeRsa()));

    /// <summary>PSO over a SHA-384 hash.</summary>
    public static readonly string Sign18 = "002A9E9A30" + new string('5', 96);

    /// <summary>PSO over the DigestInfo of a SHA-256 hash.</summary>
    public static readonly string Sign17 = "002A9E9A333031300D060960864801650304020105000420" + new string('5', 64);

    public static SimulatedCard Issue(string id) => Issue(Citizen.All[id]);

    /// <summary>RSA keys are made once and copied: making two for each test would take most of the run.</summary>
    public static SimulatedCard Issue(Citizen citizen) => citizen.Applet == "1.7"
        ? Issuer.Value.IssueCard(citizen, new CardKeys(Copy(RsaKeys.Value.Authentication), Copy(RsaKeys.Value.Signature), null))
        : Issuer.Value.IssueCard(citizen);

    public static string Say(this SimulatedCard card, string command) => Convert.ToHexString(card.Transmit(Convert.FromHexString(command)));

    /// <summary>A file by path as clients read it: SELECT, then READ BINARY with 6Cxx followed, until 6B00.</summary>
    public static byte[] ReadFile(this SimulatedCard card, string path)
    {
        Assert.Equal("9000", card.Say($"00A4080C{path.Length / 2:X2}{path}"));
        List<byte> content = [];
        while (true)
        {
            var answer = card.Say($"00B0{content.Count:X4}00");
            if (answer is ['6', 'C', _, _])
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

    private static byte[] MakeRsa()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKey();
    }

    private static RSA Copy(byte[] pkcs8)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }
}
