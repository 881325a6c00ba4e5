using System.Globalization;
using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>Files 4031 and 4033 (card content 5.4 §6).</summary>
internal static class IdentityFile
{
    private const int AddressLength = 121;

    private static readonly string[] FrenchMonths =
        ["JAN", "FEV", "MARS", "AVR", "MAI", "JUIN", "JUIL", "AOUT", "SEPT", "OCT", "NOV", "DEC"];

    private static readonly string[] DutchMonths =
        ["JAN", "FEB", "MAAR", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC"];

    private static readonly string[] GermanMonths =
        ["JAN", "FEB", "MÄR", "APR", "MAI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEZ"];

    /// <summary>4031.</summary>
    /// <param name="citizen">Whose.</param>
    /// <param name="chipNumber">16 bytes.</param>
    /// <param name="validity">First and last day of the card.</param>
    /// <param name="photoHash">Tag 11.</param>
    /// <param name="basicKey">File 4040, whose SHA-384 is tag 1A; null before 1.8.</param>
    public static byte[] Identity(
        Citizen citizen, ReadOnlySpan<byte> chipNumber, (DateOnly From, DateOnly Until) validity, ReadOnlySpan<byte> photoHash, byte[]? basicKey)
    {
        var file = new TlvWriter()
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
            .Text(0x0E, "", 50)
            .Text(0x0F, "1", 2)
            .Text(0x10, "0", 2)
            .Bytes(0x11, photoHash);
        if (basicKey is not null)
        {
            file.Bytes(0x1A, SHA384.HashData(basicKey));
        }

        return file.ToArray();
    }

    /// <summary>4033 as stored, with its zeros at the end.</summary>
    public static byte[] Address(CitizenAddress address)
    {
        var content = new TlvWriter().Text(0x01, address.Street, 80).Text(0x02, address.Zip, 6).Text(0x03, address.Municipality, 67).ToArray();
        if (content.Length > AddressLength)
        {
            throw new ArgumentException($"An address file holds {AddressLength} bytes.", nameof(address));
        }

        Array.Resize(ref content, AddressLength);
        return content;
    }

    /// <summary>As the card's language writes it; a short French or Dutch month leaves two spaces before the year.</summary>
    public static string BirthDate(DateOnly date, string language) => language switch
    {
        "fr" => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00} {FrenchMonths[date.Month - 1],-4} {date.Year:0000}"),
        "nl" => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00} {DutchMonths[date.Month - 1],-4} {date.Year:0000}"),
        "de" => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}.{GermanMonths[date.Month - 1]}.{date.Year:0000}"),
        _ => throw new ArgumentException("A card's language is nl, fr or de.", nameof(language)),
    };

    private static string Day(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
