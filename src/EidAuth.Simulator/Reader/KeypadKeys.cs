namespace EidAuth.Simulator.Reader;

/// <summary>The keys' names in forms and in the control interface.</summary>
internal static class KeypadKeys
{
    /// <summary>0 to 9, <c>c</c> (one digit back), <c>cancel</c>, <c>ok</c>.</summary>
    public static bool TryParse(string? name, out KeypadKey key)
    {
        KeypadKey? found = name switch
        {
            "c" => KeypadKey.Backspace,
            "cancel" => KeypadKey.Cancel,
            "ok" => KeypadKey.Ok,
            [>= '0' and <= '9'] => KeypadKey.D0 + (name[0] - '0'),
            _ => null,
        };
        key = found ?? default;
        return found is not null;
    }
}
