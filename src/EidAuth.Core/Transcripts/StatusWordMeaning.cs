using System.Globalization;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>What a status word of the applet's manuals says, for the reader of a transcript.</summary>
internal static class StatusWordMeaning
{
    public static string Of(StatusWord statusWord) => statusWord switch
    {
        { BytesWaiting: { } waiting } => string.Create(CultureInfo.InvariantCulture, $"{Count(waiting)} more bytes wait for GET RESPONSE"),
        { ExpectedLength: { } length } => string.Create(CultureInfo.InvariantCulture, $"wrong Le, {Count(length)} bytes are there"),
        { RetriesLeft: { } left } => string.Create(CultureInfo.InvariantCulture, $"PIN not verified, {left} tries left"),
        _ => statusWord.Value switch
        {
            0x9000 => "done",
            0x6283 => "file or card not activated",
            0x6400 => "no entry in time, or no PIN",
            0x6401 => "cancelled on the keypad",
            0x6402 => "the new PINs differ",
            0x6403 => "wrong number of digits",
            0x6581 => "memory failure, mute until reset",
            0x6700 => "wrong length",
            0x6881 => "logical channel not supported",
            0x6981 => "not a file with records",
            0x6982 => "PIN needed",
            0x6983 => "PIN blocked",
            0x6985 => "conditions of use not met, or not activated",
            0x6986 => "no file selected",
            0x6999 => "applet not selected",
            0x6A80 => "wrong data",
            0x6A82 => "no such file",
            0x6A83 => "no such record",
            0x6A86 => "wrong P1 P2",
            0x6A87 => "Lc does not fit P1 P2",
            0x6A88 => "no such key or PIN",
            0x6B00 => "offset behind the end, or wrong P1 P2",
            0x6D00 => "unknown command, or not activated",
            0x6E00 => "unknown class",
            _ => "not in the manuals",
        },
    };

    private static int Count(int le) => le == 0 ? 256 : le;
}
