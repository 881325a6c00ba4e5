using System.Globalization;

namespace EidAuth.Simulator.Cards;

/// <summary>Files 4031 and 4033 (card content 5.4 §6).</summary>
internal static class IdentityFile
{
    private const byte StructureVersionTag = 0x00;

    private static readonly string[] FrenchMonths =
        ["JAN", "FEV", "MARS", "AVR", "MAI", "JUIN", "JUIL", "AOUT", "SEPT", "OCT", "NOV", "DEC"];

    private static readonly string[] DutchMonths =
        ["JAN", "FEB", "MAAR", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC"];

    private static readonly string[] GermanMonths =
        ["JAN", "FEB", "MÄR", "APR", "MAI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEZ"];

    // Card content 5.4 §6.1: the version of today.
    private static ReadOnlySpan<byte> StructureVersion => [0x00, 0x02];

    /// <summary>4031: tags ascend, 01 to 11 are always there.</summary>
    /// <param name="citizen">Whose.</param>
    /// <param name="chipNumber">16 bytes.</param>
    /// <param name="validity">First and last day of the card.</param>
    /// <param name="photoHash">Tag 11.</param>
    /// <param name="basicKeyHash">Tag 1A; null before 1.8.</param>
    /// <param name="withStructureVersion">Begins with tag 00.</param>
    public static byte[] Identity(
        Citizen citizen, ReadOnlySpan<byte> chipNumber, CardValidity validity, ReadOnlySpan<byte> photoHash, byte[]? basicKeyHash, bool withStructureVersion)
    {
        var file = Start(withStructureVersion)
            .Text(0x01, citizen.CardNumber, 12)
            .Bytes(0x02, chipNumber)
            .Text(0x03, Day(validity.From), 10)
            .Text(0x04, Day(validity.Until), 10)
            .Text(0x05, citizen.IssuingMunicipality, 80)
            .Text(0x06, citizen.NationalNumber, 11)
            .Text(0x07, citizen.Surname, 110)
            .Text(0x08, citizen.GivenNames, 95)
            .Text(0x09, citizen.ThirdNameInitial, 3)
            .Text(0x0A, citizen.Nationality, 85)
            .Text(0x0B, citizen.BirthPlace, 80)
            .Text(0x0C, BirthDate(citizen.BirthDate, citizen.Language), 12)
            .Text(0x0D, citizen.Sex, 1)
            .Text(0x0E, citizen.NobleCondition, 50)
            .Text(0x0F, citizen.DocumentType, 2)
            .Text(0x10, citizen.SpecialStatus, 2)
            .Bytes(0x11, photoHash)
            .OptionalText(0x12, citizen.Duplicate, 2)
            .OptionalText(0x13, citizen.SpecialOrganisation, 1)
            .OptionalText(0x14, citizen.MemberOfFamily ? "" : null, 0)
            .OptionalText(0x15, citizen.Protection, 13)
            .OptionalText(0x16, citizen.WorkPermit, 1)
            .OptionalText(0x17, citizen.Vat1, 13)
            .OptionalText(0x18, citizen.Vat2, 13)
            .OptionalText(0x19, citizen.RegionalFileNumber, 18);
        if (basicKeyHash is not null)
        {
            file.Bytes(0x1A, basicKeyHash);
        }

        return file
            .OptionalText(0x1B, citizen.Brexit1, 1)
            .OptionalText(0x1C, citizen.Brexit2, 1)
            .OptionalText(0x1D, citizen.CardAMention1, 1)
            .OptionalText(0x1E, citizen.CardAMention2, 1)
            .OptionalText(0x1F, citizen.EuStartDate is { } start ? Day(start) : null, 10)
            .ToArray();
    }

    /// <summary>4033 as stored, with its zeros at the end.</summary>
    public static byte[] Address(CitizenAddress address, int length, bool withStructureVersion)
    {
        var content = Start(withStructureVersion)
            .Text(0x01, address.Street, 80).Text(0x02, address.Zip, 6).Text(0x03, address.Municipality, 67).ToArray();
        if (content.Length > length)
        {
            throw new ArgumentException($"This card's address file holds {length} bytes.", nameof(address));
        }

        Array.Resize(ref content, length);
        return content;
    }

    /// <summary>As the card's language writes it; a short French or Dutch month leaves two spaces before the year. A year alone is the year.</summary>
    public static string BirthDate(PartialDate date, string language)
    {
        if (date.Day is not var (month, day))
        {
            return date.ToString();
        }

        return language switch
        {
            "fr" => string.Create(CultureInfo.InvariantCulture, $"{day:00} {FrenchMonths[month - 1],-4} {date.Year:0000}"),
            "nl" => string.Create(CultureInfo.InvariantCulture, $"{day:00} {DutchMonths[month - 1],-4} {date.Year:0000}"),
            "de" => string.Create(CultureInfo.InvariantCulture, $"{day:00}.{GermanMonths[month - 1]}.{date.Year:0000}"),
            _ => throw new ArgumentException("A card's language is nl, fr or de.", nameof(language)),
        };
    }

    private static TlvWriter Start(bool withStructureVersion) =>
        withStructureVersion ? new TlvWriter().Bytes(StructureVersionTag, StructureVersion) : new TlvWriter();

    private static string Day(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
