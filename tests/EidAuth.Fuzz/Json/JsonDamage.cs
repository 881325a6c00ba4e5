using System.Globalization;
using System.Text;
using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz.Json;

/// <summary>Damages JSON by members and elements: names, values, escapes, doubles, depth, numbers; and below them by bytes.</summary>
internal sealed class JsonDamage(IReadOnlyList<byte[]> seeds)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "1e400", "1E-400", "123456789012345678901234567890123456789012345678901234567890", "01", "1.", ".5", "NaN", "[]", "{}", "[[]]", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\udc00\\ud800\"", "\"\\x\"", "'x'", "\"web-eid:1\"", "\"web-eid:1.1\"", "\"web-eid:1.01\"", "\"web-eid:2\"", "\"ES384\"", "\"RS256\"", "\"none\"", "\"QQ==\"", "\"QR==\"", "\"QQ\"", "\"Q Q=\"", "\"-_==\"",
        "/*x*/1", "1,", "undefined",
    ];

    private static readonly string[] Names =
        ["unverifiedCertificate", "algorithm", "signature", "format", "appVersion", "UnverifiedCertificate", "algorithm ", "\\u0061lgorithm", "", "__proto__", "\\ud800", "unverifiedSigningCertificates"];

    private static readonly string[] Around = ["\uFEFF", " ", "\t\r\n", "\u00A0", "//x\n", "x", "{}", ",", "\0", "[", "}"];

    private readonly Mutator mutator = new(seeds, JsonPieces.Of);

    public MutatedInput Make(Dice dice)
    {
        var seed = dice.Pick(seeds);
        var text = Encoding.UTF8.GetString(seed);
        var parts = JsonPieces.Of(seed).ConvertAll(piece => text[piece.Start..piece.End]);
        for (var rounds = dice.Next(1, 4); rounds > 0; rounds--)
        {
            Damage(parts, text[0] == '{', dice);
        }

        var (open, close) = text[0] == '{' ? ('{', '}') : ('[', ']');
        text = open + string.Join(dice.OneIn(12) ? ", \n" : ",", parts) + close;
        text = dice.OneIn(12) ? dice.Pick(Around) + text : dice.OneIn(12) ? text + dice.Pick(Around) : text;
        var bytes = Encoding.UTF8.GetBytes(text);
        return new MutatedInput(dice.OneIn(5) ? mutator.Damage(bytes, 1, dice) : bytes, IsSignedAgain: false);
    }

    private static void Damage(List<string> parts, bool isObject, Dice dice)
    {
        if (parts.Count == 0)
        {
            parts.Add(isObject ? $"\"{dice.Pick(Names)}\":{dice.Pick(Values)}" : dice.Pick(Values));
            return;
        }

        var place = dice.Next(parts.Count);
        var colon = isObject ? parts[place].IndexOf(':', StringComparison.Ordinal) : -1;
        var (name, value) = (parts[place][..(colon + 1)], parts[place][(colon + 1)..]);
        switch (dice.Next(11))
        {
            case 0:
                parts.RemoveAt(place);
                break;
            case 1:
                parts.Insert(dice.Next(parts.Count + 1), parts[place]);
                break;
            case 2 when isObject:
                parts[place] = $"\"{dice.Pick(Names)}\":{value}";
                break;
            case 3:
                parts[place] = name + dice.Pick(Values);
                break;
            case 4:
                var depth = dice.Pick((int[])[1, 14, 15, 16, 17, 63, 64, 65, 4_000]);
                parts[place] = name + new string('[', depth) + value + new string(']', depth);
                break;
            case 5:
                parts.Add(isObject ? $"\"{dice.Pick(Names)}\":{dice.Pick(Values)}" : dice.Pick(Values));
                break;
            case 6:
                parts[place] = name + Escape(value, dice);
                break;
            case 7:
                // As long as something is allowed to be, and a little longer.
                parts[place] = name + '"' + new string('A', dice.Pick((int[])[100, 5_464, 5_468, 9_000, 10_100, 60_000])) + '"';
                break;
            case 8 when isObject && dice.OneIn(6):
                parts.AddRange(Enumerable.Range(0, dice.Next(10, 900)).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"m{i % 800}\":{i}")));
                break;
            case 9 when value.Length > 8:
                var at = dice.Next(1, value.Length - 1);
                parts[place] = name + value[..at] + dice.Pick((string[])["=", " ", "\\n", "\u00E9", "+", "/", "A", ""]) + value[(at + 1)..];
                break;
            default:
                var other = dice.Next(parts.Count);
                (parts[place], parts[other]) = (parts[other], parts[place]);
                break;
        }
    }

    // The same text in other words, which a strict reader takes all the same.
    private static string Escape(string value, Dice dice)
    {
        if (value.Length < 3 || value[0] != '"')
        {
            return value;
        }

        var escaped = new StringBuilder("\"");
        foreach (var character in value[1..^1])
        {
            escaped.Append(character != '\\' && dice.OneIn(20) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : character.ToString());
        }

        return escaped.Append('"').ToString();
    }
}
