using System.Globalization;
using System.Text;
using EidAgent.Commands.Texts;
using EidAuth.Belpic;

namespace EidAgent.Commands;

/// <summary>A report for a person: one line for each thing the card has, nothing for what it has not.</summary>
internal static class CardTable
{
    public static string Write(CardReport report, CommandTexts texts)
    {
        var rows = new List<(string Label, string Value)>();
        if (report.Content.Identity is { } identity)
        {
            AddHolder(rows, identity, texts);
            AddAddress(rows, report.Content.Address, texts);
            AddDocument(rows, identity, report.Today, texts);
            AddMentions(rows, identity, texts);
        }

        if (report.Content.Photo is { } photo)
        {
            rows.Add((texts.Photo, report.PhotoFile ?? string.Format(CultureInfo.InvariantCulture, texts.PhotoBytes, photo.Length)));
        }

        rows.Add((texts.Card, string.Format(CultureInfo.InvariantCulture, texts.CardValue, report.Applet)));
        rows.Add((texts.Reader, report.Reader));
        AddProof(rows, report, texts);
        return (report.IsTest ? texts.TestTrust + "\n\n" : "") + Lay(rows);
    }

    private static void AddHolder(List<(string Label, string Value)> rows, Identity identity, CommandTexts texts)
    {
        rows.Add((texts.Surname, identity.Surname));
        rows.Add((texts.GivenNames, $"{identity.GivenNames} {identity.ThirdNameInitial}".Trim()));
        rows.Add((texts.NobleCondition, identity.NobleCondition));
        rows.Add((texts.NationalNumber, Dotted(identity.NationalNumber)));
        rows.Add((texts.BirthDate, identity.BirthDate.Date is { } date ? Day(date) : identity.BirthDate.Text));
        rows.Add((texts.BirthPlace, identity.BirthPlace));
        rows.Add((texts.Sex, identity.Sex switch { Sex.Male => texts.Male, Sex.Female => texts.Female, _ => "" }));
        rows.Add((texts.Nationality, identity.Nationality));
    }

    private static void AddAddress(List<(string Label, string Value)> rows, Address? address, CommandTexts texts)
    {
        rows.Add((texts.Street, address?.Street ?? ""));
        rows.Add((texts.Municipality, $"{address?.Zip} {address?.Municipality}".Trim()));
    }

    private static void AddDocument(List<(string Label, string Value)> rows, Identity identity, DateOnly today, CommandTexts texts)
    {
        rows.Add((texts.DocumentType, identity.DocumentType == DocumentType.Citizen ? texts.Citizen : CardReport.DocumentName(identity)));
        rows.Add((texts.CardNumber, identity.CardNumber));
        rows.Add((texts.ValidFrom, identity.ValidFrom is { } from ? Day(from) : texts.Unknown));
        rows.Add((texts.ValidUntil, identity.ValidUntil is { } until ? Day(until) + (until < today ? $" ({texts.Expired})" : "") : texts.Unknown));
        rows.Add((texts.IssuedBy, identity.IssuingMunicipality));
        rows.Add((texts.Duplicate, identity.Duplicate?.ToString(CultureInfo.InvariantCulture) ?? ""));
    }

    private static void AddMentions(List<(string Label, string Value)> rows, Identity identity, CommandTexts texts)
    {
        rows.Add((texts.SpecialStatus, identity.SpecialStatus is { } status ? Values(texts, status) : texts.Unknown));
        rows.Add((texts.SpecialOrganisation, Values(texts, identity.SpecialOrganisation)));
        rows.Add((texts.MemberOfFamily, identity.IsMemberOfFamily ? texts.MemberOfFamilyValue : ""));
        rows.Add((texts.Protection, identity.Protection is { } protection ? $"{Day(protection.Since)} {protection.Country}" : ""));
        rows.Add((texts.WorkPermit, Values(texts, identity.WorkPermit)));
        rows.Add((texts.Vat, string.Join(", ", new[] { identity.VatNumber1, identity.VatNumber2 }.Where(number => number is { Length: > 0 }))));
        rows.Add((texts.RegionalFile, identity.RegionalFileNumber ?? ""));
        rows.Add((texts.Brexit, Values(texts, identity.BrexitMention)));
        var mentions = new[] { Values(texts, identity.CardAMention), Values(texts, identity.MobilityMention) };
        rows.Add((texts.Mentions, string.Join(", ", mentions.Where(text => text.Length > 0))));
        rows.Add((texts.EuropeanSince, identity.EuropeanCardSince is { } since ? Day(since) : ""));
    }

    private static void AddProof(List<(string Label, string Value)> rows, CardReport report, CommandTexts texts)
    {
        rows.Add((texts.Genuine, report switch
        {
            { Proof: null } => texts.NotAsked,
            { IsVerified: true } => texts.Proven,
            _ => $"{texts.NotProven}: {string.Join(", ", report.Proof.Faults)}",
        }));
        rows.Add((texts.Remarks, string.Join(", ", report.Proof?.Remarks ?? [])));
    }

    // Enumerations whose value 0 says nothing; flags come one by one.
    private static string Values<T>(CommandTexts texts, T value)
        where T : struct, Enum
    {
        var isSet = typeof(T).IsDefined(typeof(FlagsAttribute), false) ? (Func<T, bool>)(flag => value.HasFlag(flag)) : one => value.Equals(one);
        var said = Enum.GetValues<T>().Where(one => Convert.ToInt32(one, CultureInfo.InvariantCulture) != 0 && isSet(one));
        return string.Join(", ", said.Select(one => texts.Values.GetValueOrDefault($"{typeof(T).Name}.{one}", texts.Unknown)));
    }

    private static string Dotted(string number) => $"{number[..2]}.{number[2..4]}.{number[4..6]}-{number[6..9]}.{number[9..]}";

    // The four languages write a day the same way.
    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Lay(List<(string Label, string Value)> rows)
    {
        var shown = rows.Where(row => row.Value.Length > 0).ToList();
        var width = shown.Max(row => row.Label.Length) + 2;
        var table = new StringBuilder();
        foreach (var (label, value) in shown)
        {
            table.Append(label.PadRight(width)).Append(TerminalText.Harmless(value)).Append('\n');
        }

        return table.ToString();
    }
}
