using System.Text;

namespace EidAuth.Testing.Canaries;

/// <summary>A secret that is found nowhere else, and every form in which it could get out.</summary>
/// <param name="Name">What it is, for a failure's message.</param>
/// <param name="Forms">Byte patterns by the name of their form.</param>
public sealed record Canary(string Name, IReadOnlyDictionary<string, byte[]> Forms)
{
    /// <summary>A text: UTF-8, UTF-16, hexadecimal of both cases, base64 at its three offsets.</summary>
    public static Canary Text(string name, string text) => new(name, TextForms(text));

    /// <summary>A PIN: as a text, and as the format 2 block that goes to the card, raw and in hexadecimal.</summary>
    public static Canary Pin(string pin)
    {
        var block = Convert.FromHexString($"2{pin.Length:X1}{pin.PadRight(14, 'F')}");
        var forms = TextForms(pin);
        forms["PIN block"] = block;
        AddHexadecimal(forms, "PIN block", block);
        return new Canary("PIN", forms);
    }

    /// <summary>Bytes: raw, hexadecimal of both cases, base64 at its three offsets.</summary>
    public static Canary Bytes(string name, ReadOnlyMemory<byte> bytes) => new(name, ByteForms("bytes", bytes.ToArray()));

    /// <summary>A national number: as 11 digits and as YY.MM.DD-SSS.CC.</summary>
    public static Canary NationalNumber(string number)
    {
        var forms = TextForms(number);
        forms["dotted"] = Encoding.UTF8.GetBytes($"{number[..2]}.{number[2..4]}.{number[4..6]}-{number[6..9]}.{number[9..]}");
        return new Canary("national number", forms);
    }

    private static Dictionary<string, byte[]> TextForms(string text)
    {
        var forms = ByteForms("UTF-8", Encoding.UTF8.GetBytes(text));
        forms["UTF-16"] = Encoding.Unicode.GetBytes(text);
        return forms;
    }

    private static Dictionary<string, byte[]> ByteForms(string of, byte[] bytes)
    {
        var forms = new Dictionary<string, byte[]> { [of] = bytes };
        AddHexadecimal(forms, of, bytes);
        for (var offset = 0; offset < 3; offset++)
        {
            forms[$"base64 at offset {offset}"] = Encoding.ASCII.GetBytes(Base64Middle(bytes, offset));
        }

        return forms;
    }

    private static void AddHexadecimal(Dictionary<string, byte[]> forms, string of, byte[] bytes)
    {
        forms[of + " in upper hexadecimal"] = Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
        forms[of + " in lower hexadecimal"] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
    }

    /// <summary>What base64 always writes of these bytes when so many others stand before them: the characters at the edges depend on the neighbours.</summary>
    private static string Base64Middle(byte[] bytes, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. bytes]).TrimEnd('=');
        var first = offset == 0 ? 0 : offset + 1;
        var whole = (offset + bytes.Length) / 3 * 4;
        return text[first..Math.Min(whole, text.Length)];
    }
}
