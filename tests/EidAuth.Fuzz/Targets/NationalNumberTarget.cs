using System.Globalization;
using System.Text;
using EidAuth.Login;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>A national number, against check digits computed another way: by long division, digit by digit.</summary>
internal static class NationalNumberTarget
{
    private static readonly IReadOnlyList<byte[]> Seeds =
        [.. ((string[])["85031299959", "00010100105", "00000000097", "99999999948", "85031200174", "00000100195", "85231299956", "85431299953"]).Select(Encoding.UTF8.GetBytes)];

    public static MutationTarget Create() => new("national-number", Seeds, Pieces.None, Parse)
    {
        Shape = Make,
        Share = 2,
        AllocatedAtMost = 4 * 1024,
        AllocatedPerByte = 8,
    };

    private static Parsed Parse(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var work = Work.Begin();
        var accepted = NationalNumber.TryParse(text, out var number);
        var parsed = work.End(accepted, moreSteps: text.Length);
        var (isOld, isNew) = (Holds(text, ""), Holds(text, "2"));
        Assert.Equal(isOld || isNew, accepted);
        Assert.False(isOld && isNew);
        if (!accepted)
        {
            Assert.Throws<InvalidOperationException>(() => number.Digits);
            return parsed;
        }

        Assert.Equal(text, number.Digits);
        Assert.Equal(isNew, number.IsBornSince2000);
        Assert.Equal((isNew ? "20" : "19") + text[..2], number.BirthYear.ToString(CultureInfo.InvariantCulture));
        Assert.True(number.BirthMonth is null or (>= 1 and <= 12));
        Assert.True(number.BirthDay is null or (>= 1 and <= 31));
        Assert.Equal(number.BirthMonth is not null && number.BirthDay is not null, number.BirthDate is not null);
        Assert.DoesNotContain(text, number.ToString(), StringComparison.Ordinal);
        _ = number.IsBis;
        _ = number.IsMale;
        Assert.True(NationalNumber.TryParse(new string(text), out var again) && again == number && again.GetHashCode() == number.GetHashCode());
        return parsed;
    }

    // 97 less the rest of the nine digits, with or without a 2 before them.
    private static bool Holds(string text, string before)
    {
        if (text.Length != 11 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var rest = 0;
        foreach (var digit in before + text[..9])
        {
            rest = ((rest * 10) + digit - '0') % 97;
        }

        return rest + ((text[9] - '0') * 10) + text[10] - '0' == 97;
    }

    // Half of them with digits that hold: otherwise one in fifty would.
    private static MutatedInput Make(Dice dice)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(dice.Pick(Seeds)));
        for (var rounds = dice.Next(1, 5); rounds > 0; rounds--)
        {
            text[dice.Next(text.Length)] = (char)('0' + dice.Next(10));
        }

        if (dice.OneIn(2))
        {
            var since = dice.OneIn(2) ? 2_000_000_000 : 0;
            var counted = long.Parse(text.ToString(0, 9), CultureInfo.InvariantCulture) + since;
            text.Remove(9, 2).Append((97 - (counted % 97)).ToString("00", CultureInfo.InvariantCulture));
        }

        if (dice.OneIn(4))
        {
            // Digits of other scripts, signs and points that number parsers let pass.
            text[dice.Next(text.Length)] = dice.Pick((char[])['\u0661', '\uFF11', '-', '+', ' ', '.', '\0', 'e', ',', '\u200B', ':']);
        }

        return new MutatedInput(Encoding.UTF8.GetBytes(text.ToString()), IsSignedAgain: false);
    }
}
