using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>SELECT FILE and READ BINARY.</content>
internal sealed partial class BelpicCard
{
    private const int PathLength = 6;

    // 256 is what the card allows; the others are what clients use whose readers refused it.
    private static readonly int[] ReadLengths = [256, 252, 248, 128];

    private int readLength;

    /// <summary>SELECT FILE by path from the master file.</summary>
    /// <exception cref="CardException">Protocol with 6A82 when the card has no such file.</exception>
    public void Select(ElementaryFile file)
    {
        if (!TrySelect(file))
        {
            throw Unexpected("SELECT FILE", FileNotFound);
        }
    }

    /// <summary>SELECT FILE by path from the master file; false when the card has no such file.</summary>
    public bool TrySelect(ElementaryFile file)
    {
        Span<byte> path = stackalloc byte[PathLength];
        return IsSelected(SendWithRecovery(ByPath(file, path), []).StatusWord, file.Directory);
    }

    /// <summary>The same for a file beside one that was selected in this transaction: by its identifier alone.</summary>
    public bool TrySelectBeside(ElementaryFile file)
    {
        if (directory != file.Directory)
        {
            return TrySelect(file);
        }

        Span<byte> identifier = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(identifier, file.Identifier);
        var statusWord = exchange.Send(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, identifier), []).StatusWord;
        if (!MeansOtherSelection(statusWord))
        {
            return IsSelected(statusWord, file.Directory);
        }

        Span<byte> path = stackalloc byte[PathLength];
        return IsSelected(RecoverAndSend(ByPath(file, path), []).StatusWord, file.Directory);
    }

    /// <summary>READ BINARY on the selected file, with the longest answer that this reader lets through.</summary>
    /// <param name="offset">Where, up to 7FFF.</param>
    /// <param name="length">At most so many bytes, 1 to 256.</param>
    /// <param name="buffer">256 bytes.</param>
    public FilePiece ReadBinary(int offset, int length, Span<byte> buffer)
    {
        while (true)
        {
            var asked = Math.Min(length, ReadLengths[readLength]);
            ResponseApdu response;
            try
            {
                response = exchange.Send(new CommandApdu(0x00, 0xB0, (byte)(offset >> 8), (byte)offset, asked), buffer);
            }
            catch (CardException e) when (e is { Fault: CardFault.Protocol, StatusWord: null } && ReadsLess(asked))
            {
                continue;
            }

            switch (response.StatusWord.Value)
            {
                case 0x9000:
                    var data = response.Data[..Math.Min(asked, response.Data.Length)];
                    return new FilePiece(data, data.Length < asked, data.Length < asked && response.NamedLength == data.Length);
                case 0x6B00:
                    return new FilePiece([], isLast: true, isEndNamed: false);
                case 0x6985 or 0x6D00:
                    throw NotActivated(response.StatusWord);
                case 0x6700 or 0x6F00 when ReadsLess(asked):
                case >= 0x6C00 and <= 0x6CFF when ReadsLess(asked):
                    continue;
                default:
                    throw Unexpected("READ BINARY", response.StatusWord);
            }
        }
    }

    /// <summary>READ RECORD on the selected file, 1.8 only. False when the answer is not just that field, whole, or the card says something unexpected.</summary>
    /// <param name="tag">Of the field.</param>
    /// <param name="value">Its bytes; null when the file has none with that tag.</param>
    public bool TryReadRecord(byte tag, out ReadOnlyMemory<byte>? value)
    {
        value = null;
        Span<byte> answer = stackalloc byte[TlvFile.MaximumLength];
        var response = exchange.Send(new CommandApdu(0x80, 0xB2, tag, tag, 256), answer);
        if (response.StatusWord.Value == 0x6A83)
        {
            return true;
        }

        var steps = 0;
        if (!response.IsSuccess || !TlvFile.TryParse(response.Data.ToArray(), out var fields, ref steps) || fields!.Fields is not [var field] || field.Tag != tag || fields.IsPadded)
        {
            return false;
        }

        value = field.Value;
        return true;
    }

    // Some readers and drivers fail on the longest answers, each in its own way; what a shorter one has shown is kept for this card.
    private bool ReadsLess(int asked)
    {
        var next = Array.FindIndex(ReadLengths, length => length < asked);
        if (next < 0)
        {
            return false;
        }

        readLength = next;
        return true;
    }

    private bool IsSelected(StatusWord statusWord, ushort selected)
    {
        if (statusWord == StatusWord.Success)
        {
            directory = selected;
            return true;
        }

        return statusWord == FileNotFound ? false
            : throw (IsNotActivated(statusWord) ? NotActivated(statusWord) : Unexpected("SELECT FILE", statusWord));
    }

    private void SelectCertificateDirectory()
    {
        const ushort certificates = ElementaryFile.CertificateDirectory;
        Span<byte> path = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(path, MasterFile);
        BinaryPrimitives.WriteUInt16BigEndian(path[2..], certificates);
        var statusWord = SendWithRecovery(new CommandApdu(0x00, 0xA4, 0x08, 0x0C, path), []).StatusWord;
        if (!IsSelected(statusWord, certificates))
        {
            throw Unexpected("SELECT FILE", statusWord);
        }
    }

    private static CommandApdu ByPath(ElementaryFile file, Span<byte> path)
    {
        var length = 0;
        BinaryPrimitives.WriteUInt16BigEndian(path, MasterFile);
        length += 2;
        if (file.Directory != MasterFile)
        {
            BinaryPrimitives.WriteUInt16BigEndian(path[length..], file.Directory);
            length += 2;
        }

        BinaryPrimitives.WriteUInt16BigEndian(path[length..], file.Identifier);
        return new CommandApdu(0x00, 0xA4, 0x08, 0x0C, path[..(length + 2)]);
    }
}
