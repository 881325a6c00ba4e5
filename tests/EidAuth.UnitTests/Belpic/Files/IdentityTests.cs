using System.Globalization;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

[Trait("Group", TestGroup.Card)]
public class IdentityTests
{
    [Fact]
    public void Every_mandatory_field_has_its_member()
    {
        var file = Fields.Identity.Bytes();
        var identity = Parse(file);
        Assert.Equal(file, identity.Raw.ToArray());
        Assert.Equal("592000000012", identity.CardNumber);
        Assert.Equal("534C4790000102030405060708090A0B", Convert.ToHexString(identity.ChipNumber.Span));
        Assert.Equal((new DateOnly(2025, 3, 2), new DateOnly(2035, 3, 2)), (identity.ValidFrom, identity.ValidUntil));
        Assert.Equal("Gent", identity.IssuingMunicipality);
        Assert.Equal("85031499996", identity.NationalNumber);
        Assert.Equal(new DateOnly(1985, 3, 14), identity.RegisterNumber?.BirthDate);
        Assert.Equal(("Vermeersch", "Lotte Marie", "A"), (identity.Surname, identity.GivenNames, identity.ThirdNameInitial));
        Assert.Equal(("Belg", "Gent"), (identity.Nationality, identity.BirthPlace));
        Assert.Equal(new DateOnly(1985, 3, 14), identity.BirthDate.Date);
        Assert.Equal(Sex.Female, identity.Sex);
        Assert.Equal("", identity.NobleCondition);
        Assert.Equal(DocumentType.Citizen, identity.DocumentType);
        Assert.Equal(SpecialStatus.None, identity.SpecialStatus);
        Assert.Equal(48, identity.PhotoHash.Length);
        Assert.Equal(17, identity.Fields.Count);
    }

    [Fact]
    public void A_card_without_optional_fields_has_none()
    {
        var identity = Parse(Fields.Identity.Bytes());
        Assert.Null(identity.StructureVersion);
        Assert.Null(identity.Duplicate);
        Assert.Equal(SpecialOrganisation.None, identity.SpecialOrganisation);
        Assert.False(identity.IsMemberOfFamily);
        Assert.Null(identity.Protection);
        Assert.Equal(WorkPermit.None, identity.WorkPermit);
        Assert.Null(identity.VatNumber1 ?? identity.VatNumber2 ?? identity.RegionalFileNumber);
        Assert.Null(identity.BasicKeyHash);
        Assert.Equal(BrexitMention.None, identity.BrexitMention);
        Assert.Equal(CardAMention.None, identity.CardAMention);
        Assert.Equal(MobilityMention.None, identity.MobilityMention);
        Assert.Null(identity.EuropeanCardSince);
    }

    [Fact]
    public void Every_optional_field_has_its_member()
    {
        var identity = Parse(Fields.Identity.First(0x00, 0x00, 0x02)
            .Set(0x12, "02").Set(0x13, "4").Set(0x14, "").Set(0x15, "14.06.2021-SY").Set(0x16, "8").Set(0x17, "0000.000.097").Set(0x18, "0000.000.196")
            .Set(0x19, "VLG-2024-000001-77").Set(0x1A, [.. Enumerable.Repeat((byte)7, 48)]).Set(0x1B, "B").Set(0x1C, "C").Set(0x1D, "D").Set(0x1E, "K").Set(0x1F, "01.02.2018")
            .Bytes());
        Assert.Equal(2, identity.StructureVersion);
        Assert.Equal(2, identity.Duplicate);
        Assert.Equal(SpecialOrganisation.FormerBlueCard, identity.SpecialOrganisation);
        Assert.True(identity.IsMemberOfFamily);
        Assert.Equal(new Protection(new DateOnly(2021, 6, 14), "SY"), identity.Protection);
        Assert.Equal(WorkPermit.Limited, identity.WorkPermit);
        Assert.Equal(("0000.000.097", "0000.000.196"), (identity.VatNumber1, identity.VatNumber2));
        Assert.Equal("VLG-2024-000001-77", identity.RegionalFileNumber);
        Assert.Equal(48, identity.BasicKeyHash?.Length);
        Assert.Equal(BrexitMention.Article18 | BrexitMention.PermanentResidence, identity.BrexitMention);
        Assert.Equal(CardAMention.Student, identity.CardAMention);
        Assert.Equal(MobilityMention.Programme, identity.MobilityMention);
        Assert.Equal(new DateOnly(2018, 2, 1), identity.EuropeanCardSince);
    }

    [Fact]
    public void Empty_optional_fields_of_a_foreigners_card_are_none()
    {
        var identity = Parse([.. Fields.Identity.Bytes(), .. Convert.FromHexString("13013514001500160139170018001900")]);
        Assert.Equal(SpecialOrganisation.Researcher, identity.SpecialOrganisation);
        Assert.True(identity.IsMemberOfFamily);
        Assert.Null(identity.Protection);
        Assert.Equal(WorkPermit.Excluded, identity.WorkPermit);
        Assert.Null(identity.VatNumber1 ?? identity.VatNumber2 ?? identity.RegionalFileNumber);
    }

    [Theory]
    [InlineData("1", DocumentType.Citizen, 1)]
    [InlineData("01", DocumentType.Citizen, 1)]
    [InlineData("6", DocumentType.KidsId, 6)]
    [InlineData("32", DocumentType.EuPlus, 32)]
    [InlineData("69", DocumentType.KidsM, 69)]
    [InlineData("99", DocumentType.Unknown, 99)]
    [InlineData("0", DocumentType.Unknown, 0)]
    [InlineData("", DocumentType.Unknown, null)]
    [InlineData("X1", DocumentType.Unknown, null)]
    [InlineData("-1", DocumentType.Unknown, null)]
    [InlineData("١", DocumentType.Unknown, null)]
    public void Document_types_are_numbers(string text, DocumentType type, int? number)
    {
        var identity = Parse(Fields.Identity.Set(0x0F, text).Bytes());
        Assert.Equal((type, number), (identity.DocumentType, identity.DocumentTypeNumber));
    }

    [Theory]
    [InlineData("M", Sex.Male)]
    [InlineData("F", Sex.Female)]
    [InlineData("V", Sex.Female)]
    [InlineData("W", Sex.Female)]
    [InlineData("X", Sex.Unknown)]
    [InlineData("", Sex.Unknown)]
    public void Sex_is_a_letter_of_the_cards_language(string letter, Sex sex) => Assert.Equal(sex, Parse(Fields.Identity.Set(0x0D, letter).Bytes()).Sex);

    [Theory]
    [InlineData("0", SpecialStatus.None)]
    [InlineData("", SpecialStatus.None)]
    [InlineData("1", SpecialStatus.WhiteCane)]
    [InlineData("2", SpecialStatus.ExtendedMinority)]
    [InlineData("3", SpecialStatus.WhiteCane | SpecialStatus.ExtendedMinority)]
    [InlineData("4", SpecialStatus.YellowCane)]
    [InlineData("5", SpecialStatus.YellowCane | SpecialStatus.ExtendedMinority)]
    [InlineData("01", SpecialStatus.WhiteCane)]
    [InlineData("6", null)]
    [InlineData("A", null)]
    public void A_special_status_is_flags(string digit, SpecialStatus? status) => Assert.Equal(status, Parse(Fields.Identity.Set(0x10, digit).Bytes()).SpecialStatus);

    [Fact]
    public void Values_that_nobody_knows_are_unknown_and_kept()
    {
        var identity = Parse(Fields.Identity.Set(0x13, "9").Set(0x16, "Z").Set(0x1B, "X").Set(0x1C, "C").Set(0x1D, "Z").Set(0x1E, "Z").Set(0x77, "new").Bytes());
        Assert.Equal(SpecialOrganisation.Unknown, identity.SpecialOrganisation);
        Assert.Equal(WorkPermit.Unknown, identity.WorkPermit);
        Assert.Equal(BrexitMention.Unknown | BrexitMention.PermanentResidence, identity.BrexitMention);
        Assert.Equal(CardAMention.Unknown, identity.CardAMention);
        Assert.Equal(MobilityMention.Unknown, identity.MobilityMention);
        Assert.Equal("new"u8.ToArray(), identity.Fields.Single(field => field.Tag == 0x77).Value.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-03-02")]
    [InlineData("31.02.2025")]
    [InlineData("2.3.2025")]
    [InlineData("02.03.25")]
    [InlineData("02.03.2025 ")]
    public void A_day_that_is_none_is_null_and_does_not_hide_the_card(string text)
    {
        var identity = Parse(Fields.Identity.Set(0x03, text).Bytes());
        Assert.Equal(text == "02.03.2025 " ? new DateOnly(2025, 3, 2) : null, identity.ValidFrom);
        Assert.NotNull(identity.ValidUntil);
    }

    [Theory]
    [InlineData("14.06.2021-SY", true)]
    [InlineData("14.06.2021-sy", false)]
    [InlineData("14.06.2021 SY", false)]
    [InlineData("14.06.2021-SYR", false)]
    [InlineData("31.06.2021-SY", false)]
    [InlineData("14.06.2021", false)]
    public void Protection_is_a_day_and_a_country(string text, bool isProtection) =>
        Assert.Equal(isProtection, Parse(Fields.Identity.Set(0x15, text).Bytes()).Protection is not null);

    [Theory]
    [InlineData("85031499996", true)]
    [InlineData("85031499997", false)]
    public void A_number_whose_check_digits_do_not_hold_is_only_text(string number, bool holds)
    {
        var identity = Parse(Fields.Identity.Set(0x06, number).Bytes());
        Assert.Equal(number, identity.NationalNumber);
        Assert.Equal(holds, identity.RegisterNumber is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8503149999")]
    [InlineData("850314999960")]
    [InlineData("8503149999A")]
    [InlineData("8503149999 ")]
    [InlineData("85.03.14-99")]
    [InlineData("８5031499996")]
    public void A_number_that_is_not_eleven_digits_is_no_identity_file(string number) => Refused(Fields.Identity.Set(0x06, number).Bytes());

    [Fact]
    public void A_file_without_one_of_its_mandatory_fields_is_refused()
    {
        for (byte tag = 0x01; tag <= 0x11; tag++)
        {
            Refused(Fields.Identity.Without(tag).Bytes());
        }
    }

    [Fact]
    public void A_field_that_comes_twice_is_refused() => Refused(Fields.Identity.Last(0x07, 0x41).Bytes());

    [Fact]
    public void The_version_is_taken_in_first_place_only()
    {
        Assert.Equal(2, Parse(Fields.Identity.First(0x00, 0x00, 0x02).Bytes()).StructureVersion);
        Refused(Fields.Identity.Last(0x00, 0x00, 0x02).Bytes());
    }

    [Fact]
    public void Fields_may_come_in_any_order_and_zeros_behind_them()
    {
        Assert.Equal("Vermeersch", Parse(Fields.Identity.Reversed().Bytes()).Surname);
        Assert.Equal("Vermeersch", Parse(Fields.Identity.Bytes(padding: 40)).Surname);
        Assert.Equal(Fields.Identity.Bytes().Length + 40, Parse(Fields.Identity.Bytes(padding: 40)).Raw.Length);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var file = Fields.Identity.Bytes();
        for (var length = 0; length < file.Length; length++)
        {
            Refused(file[..length]);
        }
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x05)]
    [InlineData(0x07)]
    [InlineData(0x08)]
    [InlineData(0x0C)]
    [InlineData(0x0F)]
    [InlineData(0x13)]
    [InlineData(0x19)]
    [InlineData(0x1E)]
    public void Text_that_is_no_utf_8_is_refused(byte tag) => Refused(Fields.Identity.Set(tag, [0x41, 0xC3]).Bytes());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Egnitteled\u202C")]
    [InlineData("nul\0nul")]
    [InlineData("{{7*7}}\r\n%s $(id) ' OR 1=1")]
    [InlineData("D'Hoë-Ångström 李")]
    public void Text_is_data(string text)
    {
        var identity = Parse(Fields.Identity.Set(0x07, text).Set(0x08, text).Bytes());
        Assert.Equal((text, text), (identity.Surname, identity.GivenNames));
    }

    [Fact]
    public void Blanks_around_text_are_not_shown_and_stay_in_the_file()
    {
        var file = Fields.Identity.Set(0x07, "  Van den  Berg   ").Bytes();
        var identity = Parse(file);
        Assert.Equal("Van den  Berg", identity.Surname);
        Assert.Equal(file, identity.Raw.ToArray());
    }

    [Fact]
    public void A_long_name_keeps_its_length_above_127_bytes()
    {
        var name = string.Concat(Enumerable.Repeat("ë", 150));
        Assert.Equal(name, Parse(Fields.Identity.Set(0x07, name).Bytes()).Surname);
    }

    [Fact]
    public void What_was_read_does_not_change_with_the_array_it_was_read_from()
    {
        var file = Fields.Identity.Bytes();
        var identity = Parse(file);
        var before = identity.Raw.ToArray();
        Array.Clear(file);
        Assert.Equal(before, identity.Raw.ToArray());
        Assert.Equal("Lotte Marie"u8.ToArray(), identity.Fields.Single(field => field.Tag == 0x08).Value.ToArray());
    }

    [Fact]
    public void Its_text_says_nothing_of_the_holder()
    {
        var identity = Parse(Fields.Identity.Set(0x15, "14.06.2021-SY").Bytes());
        Assert.Equal("Identity", identity.ToString());
        Assert.Equal("BirthDate", identity.BirthDate.ToString());
        Assert.Equal("Protection", identity.Protection!.ToString());
        Assert.Equal("07", identity.Fields.Single(field => field.Tag == 0x07).ToString());
    }

    [Fact]
    public void Another_culture_reads_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(new DateOnly(2025, 3, 2), Parse(Fields.Identity.Bytes()).ValidFrom);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Identity Parse(byte[] file)
    {
        Assert.True(Identity.TryParse(file, out var identity));
        return identity!;
    }

    private static void Refused(byte[] file)
    {
        Assert.False(Identity.TryParse(file, out var identity));
        Assert.Null(identity);
    }
}
