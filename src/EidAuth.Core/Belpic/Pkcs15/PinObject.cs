using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>An entry of file 5034: a PIN (PKCS#15 1.1 §6.8; card content 5.4 §5.3.4).</summary>
public sealed record PinObject
{
    private const byte ReferenceTag = DerTag.Implicit0;

    /// <summary>Basic PIN.</summary>
    public required string Label { get; init; }

    /// <summary>What keys name it by.</summary>
    public required ReadOnlyMemory<byte> AuthId { get; init; }

    /// <summary>The fewest digits.</summary>
    public int MinimumLength { get; init; }

    /// <summary>How many bytes the PIN block has.</summary>
    public int StoredLength { get; init; }

    /// <summary>P2 of VERIFY.</summary>
    public int Reference { get; init; }

    /// <summary>What fills the PIN block.</summary>
    public byte PadCharacter { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<PinObject>? pins)
    {
        var steps = 0;
        return TryParse(file, out pins, ref steps);
    }

    internal static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<PinObject>? pins, ref int steps)
    {
        pins = null;
        return Pkcs15File.TryCopy(file, out var raw, ref steps) && Pkcs15File.TryReadObjects(raw, Read, out pins, ref steps);
    }

    private static PinObject? Read(Pkcs15Object common)
    {
        var (inClass, inType) = (common.Class, common.Type);
        return inClass.TryRead(DerTag.OctetString, out var id)
            && inType.TryReadBits(out _, out _)
            && inType.TryReadSmall(DerTag.Enumerated, out _)
            && inType.TryReadSmall(DerTag.Integer, out var minimum)
            && inType.TryReadSmall(DerTag.Integer, out var stored)
            && inType.TryReadSmall(ReferenceTag, out var reference)
            && inType.TryRead(DerTag.OctetString, out var pad) && pad.Length == 1
            ? new PinObject { Label = common.Label, AuthId = id, MinimumLength = minimum, StoredLength = stored, Reference = reference, PadCharacter = pad.Span[0] }
            : null;
    }
}
