using System.Globalization;

namespace EidAuth.Transcripts;

/// <summary>A command's name in the applet's manuals, for the reader of a transcript.</summary>
internal static class CommandMeaning
{
    public static string Of(ReadOnlySpan<byte> command) => (command[0], command[1]) switch
    {
        (0x00, 0xA4) => "SELECT FILE",
        (0x00, 0xB0) => string.Create(CultureInfo.InvariantCulture, $"READ BINARY from {((command[2] & 0x7F) << 8) | command[3]}"),
        (0x80, 0xB2) => "READ RECORD",
        (0x00, 0xC0) => "GET RESPONSE",
        (0x80, 0xE4) => "GET CARD DATA",
        (0x00, 0x84) => "GET CHALLENGE",
        (0x00, 0x20) => command.Length > 4 && command[4] > 0 ? "VERIFY, its data not written down" : "VERIFY without data",
        (0x00, 0x24) => "CHANGE REFERENCE DATA, its data not written down",
        (0x00, 0x2C) => "RESET RETRY COUNTER, its data not written down",
        (0x00, 0x22) => "MSE SET",
        (0x00, 0x2A) => "PSO COMPUTE DIGITAL SIGNATURE",
        (0x00, 0x88) => "INTERNAL AUTHENTICATE",
        (0x80, 0xE6) => "LOG OFF",
        _ => "not in the manuals",
    };
}
