using EidAuth.PcSc;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>Hexadecimal in, hexadecimal out.</summary>
internal static class HexTalk
{
    public static string Say(this ICardHandle handle, string command)
    {
        var response = new byte[258];
        return Convert.ToHexString(response.AsSpan(0, handle.Transmit(Convert.FromHexString(command), response)));
    }

    public static string Control(this ICardHandle handle, uint code, string input)
    {
        var output = new byte[258];
        return Convert.ToHexString(output.AsSpan(0, handle.Control(code, Convert.FromHexString(input), output)));
    }
}
