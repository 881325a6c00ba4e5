namespace EidAuth.Iso7816;

/// <summary>SW1-SW2, the two bytes that end every response APDU (ISO 7816-4 §5.6).</summary>
public readonly record struct StatusWord(ushort Value)
{
    /// <summary>9000: normal end.</summary>
    public static readonly StatusWord Success = new(0x9000);

    /// <summary>63 Cx: wrong PIN, x tries left.</summary>
    public int? RetriesLeft => (Value & 0xFFF0) == 0x63C0 ? Value & 0x0F : null;

    /// <summary>61 xx: how many bytes wait for GET RESPONSE (0 stands for 256), or null.</summary>
    public int? BytesWaiting => Value >> 8 == 0x61 ? Value & 0xFF : null;

    /// <summary>6C xx: the Le the card wants (0 stands for 256), or null.</summary>
    public int? ExpectedLength => Value >> 8 == 0x6C ? Value & 0xFF : null;

    /// <summary>Four hexadecimal digits, as the card manuals write them.</summary>
    public override string ToString() => Value.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}
