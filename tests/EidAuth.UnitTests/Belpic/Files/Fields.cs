using System.Text;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>Files 4031 and 4033 as a test wants them, field by field.</summary>
internal sealed class Fields
{
    private readonly List<(byte Tag, byte[] Value)> fields = [];

    /// <summary>01 to 11, of an invented citizen.</summary>
    public static Fields Identity => new Fields()
        .Set(0x01, "592000000012").Set(0x02, Convert.FromHexString("534C4790000102030405060708090A0B")).Set(0x03, "02.03.2025").Set(0x04, "02.03.2035")
        .Set(0x05, "Gent").Set(0x06, "85031499996").Set(0x07, "Vermeersch").Set(0x08, "Lotte Marie").Set(0x09, "A").Set(0x0A, "Belg").Set(0x0B, "Gent")
        .Set(0x0C, "14 MAAR 1985").Set(0x0D, "V").Set(0x0E, "").Set(0x0F, "1").Set(0x10, "0").Set(0x11, new byte[48]);

    public static Fields Address => new Fields().Set(0x01, "Bloemenlaan 12").Set(0x02, "9000").Set(0x03, "Gent");

    public Fields Set(byte tag, string text) => Set(tag, Encoding.UTF8.GetBytes(text));

    /// <summary>In place of the field with that tag, or at the end.</summary>
    public Fields Set(byte tag, byte[] value)
    {
        var at = fields.FindIndex(field => field.Tag == tag);
        if (at < 0)
        {
            fields.Add((tag, value));
        }
        else
        {
            fields[at] = (tag, value);
        }

        return this;
    }

    public Fields Without(byte tag)
    {
        fields.RemoveAll(field => field.Tag == tag);
        return this;
    }

    public Fields First(byte tag, params byte[] value)
    {
        fields.Insert(0, (tag, value));
        return this;
    }

    public Fields Last(byte tag, params byte[] value)
    {
        fields.Add((tag, value));
        return this;
    }

    public Fields Reversed()
    {
        fields.Reverse();
        return this;
    }

    public byte[] Bytes(int padding = 0) =>
        [.. fields.SelectMany(field => (byte[])[field.Tag, .. Enumerable.Repeat((byte)0xFF, field.Value.Length / 255), (byte)(field.Value.Length % 255), .. field.Value]), .. new byte[padding]];
}
