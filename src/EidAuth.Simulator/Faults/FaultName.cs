using System.Text.Json;

namespace EidAuth.Simulator.Faults;

/// <summary>Faults as scripts write them: <c>removedAfter</c>, and with their command <c>removedAfter@3</c>.</summary>
internal static class FaultName
{
    private const int LastCommand = 9999;

    public static string Of(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>A kind and the command it meets, 1 to 9999.</summary>
    public static bool TryParse(string? name, int atCommand, out PlannedFault fault)
    {
        fault = null!;
        if (!TryParseKind(name, out var kind) || atCommand is < 1 or > LastCommand)
        {
            return false;
        }

        fault = new PlannedFault(kind, atCommand);
        return true;
    }

    /// <summary>kind@N.</summary>
    public static bool TryParse(string text, out PlannedFault fault)
    {
        fault = null!;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && int.TryParse(text.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var command)
            && TryParse(text[..at], command, out fault);
    }

    // In any case, and not by number, which Enum would take too.
    private static bool TryParseKind(string? name, out FaultKind kind) =>
        Enum.TryParse(name, ignoreCase: true, out kind) && Enum.IsDefined(kind) && name!.All(char.IsAsciiLetter);
}
