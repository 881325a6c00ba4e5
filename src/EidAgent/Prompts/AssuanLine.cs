using System.Buffers.Text;

namespace EidAgent.Prompts;

/// <summary>One line of an Assuan server, without its line end. Parsing looks at bytes alone: a data line may hold a PIN.</summary>
internal readonly ref struct AssuanLine
{
    private AssuanLine(AssuanLineKind kind, int code, ReadOnlySpan<byte> data)
    {
        Kind = kind;
        Code = code;
        Data = data;
    }

    /// <summary>The longest line, line end not counted (ASSUAN_LINELENGTH less LF).</summary>
    public const int MaximumLength = 1000;

    public AssuanLineKind Kind { get; }

    /// <summary>The number after ERR: source in the upper byte, cause in the lower 16 bits (libgpg-error).</summary>
    public int Code { get; }

    /// <summary>What follows <c>D </c>, still percent-escaped.</summary>
    public ReadOnlySpan<byte> Data { get; }

    public static AssuanLine Parse(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("D "u8))
        {
            return new(AssuanLineKind.Data, 0, line[2..]);
        }

        if (Is(line, "OK"u8))
        {
            return new(AssuanLineKind.Ok, 0, default);
        }

        if (line.StartsWith("ERR "u8) && Utf8Parser.TryParse(line[4..], out int code, out _) && code > 0)
        {
            return new(AssuanLineKind.Error, code, default);
        }

        if (line.IsEmpty || line[0] == (byte)'#' || Is(line, "S"u8))
        {
            return new(AssuanLineKind.Remark, 0, default);
        }

        return new(Is(line, "INQUIRE"u8) ? AssuanLineKind.Inquiry : AssuanLineKind.Garbled, 0, default);
    }

    /// <summary>Undoes the percent escapes. False when an escape is broken or <paramref name="into"/> is too small.</summary>
    /// <param name="escaped">What follows <c>D </c>.</param>
    /// <param name="into">Where the bytes go.</param>
    /// <param name="written">How many there are.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> into, out int written)
    {
        written = 0;
        for (var at = 0; at < escaped.Length; at++)
        {
            var value = escaped[at];
            if (value == (byte)'%')
            {
                if (at + 2 >= escaped.Length
                    || !char.IsAsciiHexDigit((char)escaped[at + 1])
                    || !char.IsAsciiHexDigit((char)escaped[at + 2])
                    || !Utf8Parser.TryParse(escaped.Slice(at + 1, 2), out value, out _, 'x'))
                {
                    return false;
                }

                at += 2;
            }

            if (written == into.Length)
            {
                return false;
            }

            into[written++] = value;
        }

        return true;
    }

    private static bool Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word) =>
        line.StartsWith(word) && (line.Length == word.Length || line[word.Length] == (byte)' ');
}
