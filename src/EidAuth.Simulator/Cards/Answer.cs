using System.Buffers.Binary;

namespace EidAuth.Simulator.Cards;

/// <summary>Response APDUs: data, then SW1 SW2.</summary>
internal static class Answer
{
    public const ushort Success = 0x9000;
    public const ushort ExecutionError = 0x6400;
    public const ushort WrongLength = 0x6700;
    public const ushort IncompatibleFile = 0x6981;
    public const ushort PinNotVerified = 0x6982;
    public const ushort PinBlocked = 0x6983;
    public const ushort ConditionsNotSatisfied = 0x6985;
    public const ushort NoFileSelected = 0x6986;
    public const ushort WrongData = 0x6A80;
    public const ushort FileNotFound = 0x6A82;
    public const ushort RecordNotFound = 0x6A83;
    public const ushort WrongP1P2 = 0x6A86;
    public const ushort LcInconsistent = 0x6A87;
    public const ushort ReferenceNotFound = 0x6A88;
    public const ushort WrongOffset = 0x6B00;
    public const ushort UnknownInstruction = 0x6D00;
    public const ushort UnknownClass = 0x6E00;

    public static byte[] Of(ushort statusWord) => Of([], statusWord);

    public static byte[] Of(ReadOnlySpan<byte> data, ushort statusWord)
    {
        var response = new byte[data.Length + 2];
        data.CopyTo(response);
        BinaryPrimitives.WriteUInt16BigEndian(response.AsSpan(data.Length), statusWord);
        return response;
    }

    /// <summary>63 Cx.</summary>
    public static byte[] TriesLeft(int tries) => Of((ushort)(0x63C0 | tries));

    /// <summary>6C xx: ask again with this Le.</summary>
    public static byte[] UseLe(int length) => Of((ushort)(0x6C00 | (length & 0xFF)));

    /// <summary>61 xx: so many bytes wait, 00 for 256 and more.</summary>
    public static ushort Waiting(int length) => (ushort)(0x6100 | (length >= 256 ? 0 : length));
}
