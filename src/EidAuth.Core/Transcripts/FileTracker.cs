using System.Buffers.Binary;
using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>Follows which file is selected, as the card does.</summary>
internal sealed class FileTracker
{
    private const ushort MasterFile = 0x3F00;

    /// <summary>The identifier of the selected file or directory; 0 when a command selected something that is not in the card's manual.</summary>
    public ushort Selected { get; private set; } = MasterFile;

    /// <summary>Takes note of a command and its answer.</summary>
    public void Observe(ReadOnlySpan<byte> command, StatusWord? answer)
    {
        if (IsSelect(command) && answer == StatusWord.Success)
        {
            Selected = Target(command) ?? 0;
        }
    }

    public static bool IsSelect(ReadOnlySpan<byte> command) => command is [0x00, CommandData.Select, ..];

    /// <summary>The file or directory that a SELECT names, whatever its form; null when the manual knows no such.</summary>
    public static ushort? Target(ReadOnlySpan<byte> command)
    {
        if (command.Length < 7 || command[4] != command.Length - 5)
        {
            return null;
        }

        var data = command[5..];
        return command[2] switch
        {
            0x02 when data.Length == 2 && IsKnown(data) => BinaryPrimitives.ReadUInt16BigEndian(data),
            0x08 when data.Length is 2 or 4 or 6 && IsPath(data) => BinaryPrimitives.ReadUInt16BigEndian(data[^2..]),
            0x04 when IsApplication(data) => MasterFile,
            _ => null,
        };
    }

    /// <summary>Identifiers of the card's own files and directories, one behind the other.</summary>
    public static bool IsPath(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data.Length % 2 != 0)
        {
            return false;
        }

        for (var at = 0; at < data.Length; at += 2)
        {
            if (!IsKnown(data[at..]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One of the three names of the card's manual.</summary>
    public static bool IsApplication(ReadOnlySpan<byte> data) =>
        data.SequenceEqual((ReadOnlySpan<byte>)[0xA0, 0x00, 0x00, 0x00, 0x30, 0x29, 0x05, 0x70, 0x00, 0xAD, 0x13, 0x10, 0x01, 0x01, 0xFF])
        || data.SequenceEqual((ReadOnlySpan<byte>)[0xA0, 0x00, 0x00, 0x01, 0x77, 0x50, 0x4B, 0x43, 0x53, 0x2D, 0x31, 0x35])
        || data.SequenceEqual((ReadOnlySpan<byte>)[0xA0, 0x00, 0x00, 0x01, 0x77, 0x49, 0x64, 0x46, 0x69, 0x6C, 0x65, 0x73]);

    private static bool IsKnown(ReadOnlySpan<byte> data)
    {
        var identifier = BinaryPrimitives.ReadUInt16BigEndian(data);
        return identifier is MasterFile or ElementaryFile.CertificateDirectory or ElementaryFile.IdentityDirectory or 0x2F00
            or (>= 0x5031 and <= 0x503D) or (>= 0x4031 and <= 0x4040);
    }
}
