using System.Globalization;
using System.Text.Json;
using EidAuth.Belpic;

namespace EidAgent.Commands;

/// <summary>The members of <see cref="CardJson"/> that come from the identity file.</summary>
internal static class IdentityJson
{
    public static void Write(Utf8JsonWriter json, Identity? identity)
    {
        if (identity is null)
        {
            return;
        }

        json.WriteString("nationalNumber", identity.NationalNumber);
        json.WriteString("surname", identity.Surname);
        json.WriteString("givenNames", identity.GivenNames);
        json.WriteString("thirdNameInitial", identity.ThirdNameInitial);
        json.WriteString("birthDate", Date(identity.BirthDate.Date) ?? identity.BirthDate.Year?.ToString("0000", CultureInfo.InvariantCulture));
        json.WriteString("birthDateText", identity.BirthDate.Text);
        json.WriteString("birthPlace", identity.BirthPlace);
        json.WriteString("sex", identity.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => null });
        json.WriteString("nationality", identity.Nationality);
        json.WriteString("nobleCondition", identity.NobleCondition);
        json.WriteString("cardNumber", identity.CardNumber);
        json.WriteString("validFrom", Date(identity.ValidFrom));
        json.WriteString("validUntil", Date(identity.ValidUntil));
        json.WriteString("issuingMunicipality", identity.IssuingMunicipality);
        json.WriteStartObject("documentType");
        json.WriteNumberOrNull("number", identity.DocumentTypeNumber);
        json.WriteString("name", identity.DocumentType.ToString());
        json.WriteEndObject();
        json.WriteFlags("specialStatus", identity.SpecialStatus);
        json.WriteNumberOrNull("duplicate", identity.Duplicate);
        json.WriteString("specialOrganisation", identity.SpecialOrganisation.ToString());
        json.WriteBoolean("memberOfFamily", identity.IsMemberOfFamily);
        json.WriteString("protectedSince", Date(identity.Protection?.Since));
        json.WriteString("protectedBy", identity.Protection?.Country);
        json.WriteString("workPermit", identity.WorkPermit.ToString());
        json.WriteString("vatNumber1", identity.VatNumber1);
        json.WriteString("vatNumber2", identity.VatNumber2);
        json.WriteString("regionalFileNumber", identity.RegionalFileNumber);
        json.WriteFlags<BrexitMention>("brexitMention", identity.BrexitMention);
        json.WriteString("cardAMention", identity.CardAMention.ToString());
        json.WriteString("mobilityMention", identity.MobilityMention.ToString());
        json.WriteString("europeanCardSince", Date(identity.EuropeanCardSince));
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
