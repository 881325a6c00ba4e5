namespace EidAuth.Iso7816;

/// <summary>A short command APDU, cases 1 to 4 (ISO 7816-4 §5.1). A view: it owns no bytes, so a PIN block in it stays where its owner can zero it.</summary>
internal readonly ref struct CommandApdu
{
    /// <summary>Header, Lc, 255 data bytes, Le.</summary>
    public const int MaximumLength = 261;

    private const int HeaderLength = 4;

    /// <summary>Cases 1 and 2: no data. <paramref name="le"/> is 1 to 256, or 0 where no answer but SW1 SW2 is expected.</summary>
    public CommandApdu(byte cla, byte ins, byte p1, byte p2, int le = 0)
        : this(cla, ins, p1, p2, [], le)
    {
    }

    /// <summary>Cases 3 and 4: 1 to 255 bytes of data. <paramref name="le"/> as above.</summary>
    public CommandApdu(byte cla, byte ins, byte p1, byte p2, ReadOnlySpan<byte> data, int le = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, 255);
        ArgumentOutOfRangeException.ThrowIfNegative(le);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(le, 256);
        (Cla, Ins, P1, P2, Le) = (cla, ins, p1, p2, le);
        Data = data;
    }

    public byte Cla { get; }

    public byte Ins { get; }

    public byte P1 { get; }

    public byte P2 { get; }

    /// <summary>The command data; its length is Lc.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>How many bytes the answer may have, 1 to 256, or 0 for none.</summary>
    public int Le { get; }

    /// <summary>The same command with another Le.</summary>
    public CommandApdu WithLe(int le) => new(Cla, Ins, P1, P2, Data, le);

    /// <summary>
    /// The command as T=0 carries it (ISO 7816-3 §12.2): P3 is 00 in case 1, and Le of case 4 is left out, since GET RESPONSE fetches the answer.
    /// </summary>
    public CommandApdu ForT0() => Data.IsEmpty ? WithLe(Le == 0 ? 256 : Le) : WithLe(0);

    /// <summary>Writes the APDU and returns its length, at most <see cref="MaximumLength"/>.</summary>
    public int Write(Span<byte> destination)
    {
        destination[0] = Cla;
        destination[1] = Ins;
        destination[2] = P1;
        destination[3] = P2;
        var length = HeaderLength;
        if (!Data.IsEmpty)
        {
            destination[length++] = (byte)Data.Length;
            Data.CopyTo(destination[length..]);
            length += Data.Length;
        }

        if (Le > 0)
        {
            // 256 is written as 00.
            destination[length++] = unchecked((byte)Le);
        }

        return length;
    }
}
