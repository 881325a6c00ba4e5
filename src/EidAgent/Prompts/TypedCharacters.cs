using System.Security.Cryptography;

namespace EidAgent.Prompts;

/// <summary>UTF-16 of a system's own dialog, turned into a PIN. The characters stay the caller's to zero.</summary>
internal static class TypedCharacters
{
    /// <summary>Null: what was typed is no PIN.</summary>
    public static PinEntry? ToEntry(ReadOnlySpan<char> typed)
    {
        if (typed.Length is < PinDigits.Least or > PinDigits.Most || typed.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var digits = GC.AllocateArray<byte>(typed.Length, pinned: true);
        for (var at = 0; at < typed.Length; at++)
        {
            digits[at] = (byte)typed[at];
        }

        return PinEntry.Of(digits);
    }

    /// <summary>Room for characters that is zeroed when it is not needed any more.</summary>
    /// <param name="Characters">Pinned.</param>
    internal readonly record struct Room(char[] Characters) : IDisposable
    {
        public static Room Of(int length) => new(GC.AllocateArray<char>(length, pinned: true));

        public void Dispose() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Characters.AsSpan()));
    }
}
