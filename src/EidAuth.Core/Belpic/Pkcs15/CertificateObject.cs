using System.Buffers.Binary;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>An entry of file 5037: a certificate (PKCS#15 1.1 §6.6; card content 5.4 §5.3.6). A certificate that the card does not have has no entry.</summary>
public sealed record CertificateObject
{
    private const byte MisprintedLength = 0x32;
    private const byte RealLength = 0x2F;

    /// <summary>Authentication, Signature, CA or Root.</summary>
    public required string Label { get; init; }

    /// <summary>02 authentication, 03 signature, 04 CA, 06 root.</summary>
    public required ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>Of a certification authority.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>Said to be readable after the PIN only, as cards before 1.8 say of certificates that everybody can read.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Two bytes for each directory or file.</summary>
    public required ReadOnlyMemory<byte> Path { get; init; }

    /// <summary>The file of that path; null when it is none of <see cref="CertificateFile"/>.</summary>
    public CertificateFile? File =>
        Path.Length == 6 && (CertificateFile)BinaryPrimitives.ReadUInt16BigEndian(Path.Span[4..]) is var file && Enum.IsDefined(file) ? file : null;

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<CertificateObject>? certificates)
    {
        var steps = 0;
        return TryParse(file, out certificates, ref steps);
    }

    internal static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<CertificateObject>? certificates, ref int steps)
    {
        certificates = null;
        return Pkcs15File.TryCopy(file, out var raw, ref steps) && Pkcs15File.TryReadObjects(Corrected(raw, ref steps), Read, out certificates, ref steps);
    }

    private static CertificateObject? Read(Pkcs15Object common)
    {
        var (inClass, inType) = (common.Class, common.Type);
        return inClass.TryRead(DerTag.OctetString, out var id)
            && inClass.TryReadOptionalTrue(out var isAuthority)
            && Pkcs15File.TryReadPath(ref inType, out var path)
            ? new CertificateObject { Label = common.Label, Id = id, IsAuthority = isAuthority, IsPrivate = common.IsPrivate, Path = path }
            : null;
    }

    // The 1.8 manual prints 32 for the length of the first entry, whose three elements have 2F bytes. A card made by that print is readable all the same.
    private static ReadOnlyMemory<byte> Corrected(ReadOnlyMemory<byte> file, ref int steps)
    {
        if (file.Span is not [DerTag.Sequence, MisprintedLength, ..])
        {
            return file;
        }

        var reader = new DerReader(file[2..]);
        var length = 0;
        for (var element = 0; element < 3; element++)
        {
            steps++;
            length += reader.TryReadAny(out _, out _, out var encoded) ? encoded.Length : RealLength;
        }

        if (length != RealLength)
        {
            return file;
        }

        var corrected = file.ToArray();
        corrected[1] = RealLength;
        steps += corrected.Length;
        return corrected;
    }
}
