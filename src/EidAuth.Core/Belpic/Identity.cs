using System.Globalization;

namespace EidAuth.Belpic;

/// <summary>File 4031, parsed (card content 5.4 §6.1). Whether it is genuine is said by <see cref="CardProof"/>, not here.</summary>
public sealed record Identity
{
    private const byte FirstMandatoryTag = 0x01;
    private const byte LastMandatoryTag = 0x11;
    private const int NationalNumberLength = 11;

    /// <summary>The file as stored on the card; what the National Register signed.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Tag 02, 16 bytes: the chip number of the card for which the file was made.</summary>
    public required ReadOnlyMemory<byte> ChipNumber { get; init; }

    /// <summary>Tag 06, 11 digits as stored.</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Tag 07.</summary>
    public required string Surname { get; init; }

    /// <summary>Tag 08, the first two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>Tag 0F; 1 and 01 are the same.</summary>
    public DocumentType DocumentType { get; init; }

    /// <summary>Tag 0F as a number, also where <see cref="DocumentType"/> does not know it; null when it is none.</summary>
    public int? DocumentTypeNumber { get; init; }

    /// <summary>Tag 11: SHA-1, SHA-256 or SHA-384 of file 4035, told by its length.</summary>
    public required ReadOnlyMemory<byte> PhotoHash { get; init; }

    /// <summary>Tag 1A: SHA-384 of file 4040, from applet 1.8 on; null without.</summary>
    public ReadOnlyMemory<byte>? BasicKeyHash { get; init; }

    /// <summary>All fields in the file's order, those without a member of their own included.</summary>
    public required IReadOnlyList<CardField> Fields { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out Identity? identity)
    {
        var steps = 0;
        return TryParse(file, out identity, ref steps);
    }

    // Zeros follow the last field.
    internal bool IsPadded { get; init; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Identity);

    internal static bool TryParse(ReadOnlyMemory<byte> file, out Identity? identity, ref int steps)
    {
        identity = null;
        if (file.Length > TlvFile.MaximumLength)
        {
            return false;
        }

        // A copy, so that nobody can change what was read.
        var raw = file.ToArray();
        steps += raw.Length;
        if (!TlvFile.TryParse(raw, out var fields, ref steps)
            || !HasMandatoryFields(fields!, ref steps)
            || !fields!.TryReadText(0x06, out var nationalNumber, ref steps)
            || nationalNumber.Length != NationalNumberLength || nationalNumber.AsSpan().ContainsAnyExceptInRange('0', '9')
            || !fields.TryReadText(0x07, out var surname, ref steps)
            || !fields.TryReadText(0x08, out var givenNames, ref steps)
            || !fields.TryReadText(0x0F, out var documentType, ref steps))
        {
            return false;
        }

        identity = new Identity
        {
            Raw = raw,
            IsPadded = fields.IsPadded,
            DocumentTypeNumber = NumberOf(documentType),
            DocumentType = NumberOf(documentType) is { } number && Enum.IsDefined((DocumentType)number) ? (DocumentType)number : DocumentType.Unknown,
            ChipNumber = fields.Find(0x02)!.Value,
            NationalNumber = nationalNumber,
            Surname = surname.Trim(' '),
            GivenNames = givenNames.Trim(' '),
            PhotoHash = fields.Find(0x11)!.Value,
            BasicKeyHash = fields.Find(0x1A),
            Fields = fields.Fields.AsReadOnly(),
        };
        return true;
    }

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Every card has 01 to 11, some of them empty; a file that was cut between two fields lacks one.
    private static bool HasMandatoryFields(TlvFile fields, ref int steps)
    {
        for (var tag = FirstMandatoryTag; tag <= LastMandatoryTag; tag++)
        {
            steps++;
            if (fields.Find(tag) is null)
            {
                return false;
            }
        }

        return true;
    }
}
