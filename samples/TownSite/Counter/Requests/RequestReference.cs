using System.Security.Cryptography;

namespace TownSite.Counter.Requests;

/// <summary>Makes references: 60 random bits in letters and digits that nobody confuses when reading them aloud.</summary>
internal static class RequestReference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 12);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }
}
