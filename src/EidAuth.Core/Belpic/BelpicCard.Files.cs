using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>SELECT FILE and READ.</content>
internal sealed partial class BelpicCard
{
    /// <summary>SELECT FILE by path from the master file.</summary>
    public void Select(ElementaryFile file)
    {
        Span<byte> path = stackalloc byte[6];
        WritePath(file.Directory, path);
        BinaryPrimitives.WriteUInt16BigEndian(path[4..], file.Identifier);
        Select(path, file.Directory);
    }

    /// <summary>READ BINARY on the selected file. Fewer bytes than asked for: the file ends there.</summary>
    public ReadOnlySpan<byte> ReadBinary(int offset, int length, Span<byte> buffer)
    {
        var command = new CommandApdu(0x00, 0xB0, (byte)(offset >> 8), (byte)offset, length);
        var response = exchange.Send(command, buffer);
        return response.StatusWord.Value switch
        {
            0x9000 => response.Data[..Math.Min(length, response.Data.Length)],
            0x6B00 => [],
            0x6985 or 0x6D00 => throw NotActivated(response.StatusWord),
            _ => throw Unexpected("READ BINARY", response.StatusWord),
        };
    }

    private void SelectCertificateDirectory()
    {
        Span<byte> path = stackalloc byte[4];
        WritePath(ElementaryFile.CertificateDirectory, path);
        Select(path, ElementaryFile.CertificateDirectory);
    }

    private static void WritePath(ushort directory, Span<byte> path)
    {
        BinaryPrimitives.WriteUInt16BigEndian(path, MasterFile);
        BinaryPrimitives.WriteUInt16BigEndian(path[2..], directory);
    }

    private void Select(ReadOnlySpan<byte> path, ushort selected)
    {
        var statusWord = SendWithRecovery(new CommandApdu(0x00, 0xA4, 0x08, 0x0C, path), []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            throw IsNotActivated(statusWord) ? NotActivated(statusWord) : Unexpected("SELECT FILE", statusWord);
        }

        directory = selected;
    }
}
