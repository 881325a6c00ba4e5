using System.Buffers.Binary;

namespace EidAuth.Belpic;

/// <content>From bytes to members.</content>
public sealed partial record Identity
{
    private const byte FirstMandatoryTag = 0x01;
    private const byte LastMandatoryTag = 0x11;
    private const int NationalNumberLength = 11;

    /// <summary>The same, and how much work it was.</summary>
    /// <param name="file">The file as stored.</param>
    /// <param name="identity">What it says.</param>
    /// <param name="steps">Grows by one for every byte looked at or copied and every field asked for.</param>
    internal static bool TryParse(ReadOnlyMemory<byte> file, out Identity? identity, ref int steps)
    {
        identity = null;
        if (file.Length > TlvFile.MaximumLength)
        {
            return false;
        }

        // A copy, so that nobody can change what was read.
        ReadOnlyMemory<byte> raw = file.ToArray();
        steps += raw.Length;
        if (!TlvFile.TryParse(raw, out var fields, ref steps) || !HasMandatoryFields(fields!, ref steps))
        {
            return false;
        }

        var reader = new FieldReader(fields!, steps);
        var read = Read(raw, fields!, reader);
        steps = reader.Steps;
        if (!reader.IsText || read.NationalNumber.Length != NationalNumberLength || read.NationalNumber.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        identity = read;
        return true;
    }

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

    private static Identity Read(ReadOnlyMemory<byte> raw, TlvFile fields, FieldReader reader) => new()
    {
        Raw = raw,
        Fields = fields.Fields.AsReadOnly(),
        IsPadded = fields.IsPadded,
        StructureVersion = fields.Find(0x00) is { Length: 2 } version ? BinaryPrimitives.ReadUInt16BigEndian(version.Span) : null,
        CardNumber = reader.Text(0x01),
        ChipNumber = reader.Bytes(0x02) ?? default,
        ValidFrom = reader.Date(0x03),
        ValidUntil = reader.Date(0x04),
        IssuingMunicipality = reader.Text(0x05),
        NationalNumber = reader.Stored(0x06),
        Surname = reader.Text(0x07),
        GivenNames = reader.Text(0x08),
        ThirdNameInitial = reader.Text(0x09),
        Nationality = reader.Text(0x0A),
        BirthPlace = reader.Text(0x0B),
        BirthDate = BirthDate.Read(reader.Stored(0x0C)),
        Sex = reader.Text(0x0D) switch { "M" => Sex.Male, "F" or "V" or "W" => Sex.Female, _ => Sex.Unknown },
        NobleCondition = reader.Text(0x0E),
        DocumentTypeNumber = reader.Number(0x0F),
        DocumentType = reader.Number(0x0F) is { } number && Enum.IsDefined((DocumentType)number) ? (DocumentType)number : DocumentType.Unknown,
        SpecialStatus = SpecialStatusOf(reader.Text(0x10)),
        PhotoHash = reader.Bytes(0x11) ?? default,
        Duplicate = reader.Number(0x12),
        SpecialOrganisation = SpecialOrganisationOf(reader.Text(0x13)),
        IsMemberOfFamily = fields.Find(0x14) is not null,
        Protection = Protection.Read(reader.Text(0x15)),
        WorkPermit = WorkPermitOf(reader.Text(0x16)),
        VatNumber1 = reader.TextOrNull(0x17),
        VatNumber2 = reader.TextOrNull(0x18),
        RegionalFileNumber = reader.TextOrNull(0x19),
        BasicKeyHash = reader.Bytes(0x1A),
        BrexitMention = BrexitMentionOf(reader.Text(0x1B), "B", BrexitMention.Article18) | BrexitMentionOf(reader.Text(0x1C), "C", BrexitMention.PermanentResidence),
        CardAMention = CardAMentionOf(reader.Text(0x1D)),
        MobilityMention = reader.Text(0x1E) switch { "" => MobilityMention.None, "K" => MobilityMention.Programme, _ => MobilityMention.Unknown },
        EuropeanCardSince = reader.Date(0x1F),
    };

    // The digits are sums of the flags, but for 5.
    private static SpecialStatus? SpecialStatusOf(string text) => text switch
    {
        "" or "0" or "00" => Belpic.SpecialStatus.None,
        "1" or "01" => Belpic.SpecialStatus.WhiteCane,
        "2" or "02" => Belpic.SpecialStatus.ExtendedMinority,
        "3" or "03" => Belpic.SpecialStatus.WhiteCane | Belpic.SpecialStatus.ExtendedMinority,
        "4" or "04" => Belpic.SpecialStatus.YellowCane,
        "5" or "05" => Belpic.SpecialStatus.YellowCane | Belpic.SpecialStatus.ExtendedMinority,
        _ => null,
    };

    private static SpecialOrganisation SpecialOrganisationOf(string text) => text switch
    {
        "" => SpecialOrganisation.None,
        "1" => SpecialOrganisation.Shape,
        "2" => SpecialOrganisation.Nato,
        "4" => SpecialOrganisation.FormerBlueCard,
        "5" => SpecialOrganisation.Researcher,
        _ => SpecialOrganisation.Unknown,
    };

    private static WorkPermit WorkPermitOf(string text) => text switch
    {
        "" => WorkPermit.None,
        "7" => WorkPermit.Unlimited,
        "8" => WorkPermit.Limited,
        "9" => WorkPermit.Excluded,
        "A" => WorkPermit.Seasonal,
        _ => WorkPermit.Unknown,
    };

    private static BrexitMention BrexitMentionOf(string text, string letter, BrexitMention mention) =>
        text.Length == 0 ? BrexitMention.None : text == letter ? mention : BrexitMention.Unknown;

    private static CardAMention CardAMentionOf(string text) => text switch
    {
        "" => CardAMention.None,
        "A" => CardAMention.Seasonal,
        "D" => CardAMention.Student,
        "E" => CardAMention.Pupil,
        "F" => CardAMention.Trainee,
        "G" => CardAMention.Volunteer,
        "H" => CardAMention.AuPair,
        "I" => CardAMention.Researcher,
        "J" => CardAMention.JobSearch,
        _ => CardAMention.Unknown,
    };
}
