using System.Globalization;
using System.Text;

namespace EidAuth.Belpic;

/// <summary>What the proof needs of file 4031, read from the very bytes whose signature is judged.</summary>
internal sealed class SignedIdentity
{
    private readonly ReadOnlyMemory<byte>[] fields = new ReadOnlyMemory<byte>[0x20];

    private SignedIdentity()
    {
    }

    /// <summary>Tag 02.</summary>
    public ReadOnlyMemory<byte> ChipNumber => fields[0x02];

    /// <summary>Tag 06.</summary>
    public string NationalNumber => Encoding.ASCII.GetString(fields[0x06].Span);

    /// <summary>Tag 11.</summary>
    public ReadOnlyMemory<byte> PhotoHash => fields[0x11];

    /// <summary>Tag 1A.</summary>
    public ReadOnlyMemory<byte> BasicKeyHash => fields[0x1A];

    /// <summary>Tag 03, at noon; null when it is no date.</summary>
    public DateTimeOffset? ValidFrom =>
        DateTimeOffset.TryParseExact(
            Encoding.ASCII.GetString(fields[0x03].Span) + " 12", "dd.MM.yyyy HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : null;

    public static SignedIdentity Read(ReadOnlyMemory<byte> file)
    {
        var read = new SignedIdentity();
        while (file.Length >= 2)
        {
            int tag = file.Span[0], length = file.Span[1];
            if (length > file.Length - 2)
            {
                break;
            }

            if (tag < read.fields.Length)
            {
                read.fields[tag] = file.Slice(2, length);
            }

            file = file[(2 + length)..];
        }

        return read;
    }
}
