using System.Globalization;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.OpenSc;

/// <summary>
/// OpenSC's reader of Belgian cards on every citizen, against the citizen's file. It knows the fields up to the sex and the address without the street, and
/// checks no signature. What it says was noted with OpenSC 0.23.0.
/// </summary>
[Trait("Group", TestGroup.Card)]
public sealed class EidenvTests
{
    /// <summary>Why it cannot read a card, by citizen.</summary>
    private static readonly Dictionary<string, string> Unreadable = new()
    {
        ["not-activated"] = "a card that is not activated answers nothing",
        ["hostile-name"] = "it prints up to the first zero byte, and line ends as they are",
    };

    public static TheoryData<string> Ids => [.. Citizen.InOrder.Select(citizen => citizen.Id).Where(id => !Unreadable.ContainsKey(id))];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_reads_what_the_citizens_file_says(string id)
    {
        var citizen = Citizen.All[id];
        var validity = citizen.ValidityAt(TimeProvider.System.GetUtcNow());
        var lines = await RunAsync(id);

        (string Name, string Value)[] expected =
        [
            ("CARDNUMBER", citizen.CardNumber),
            ("VALIDFROM", validity.From.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("VALIDTILL", validity.Until.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("DELIVERINGMUNICIPALITY", citizen.IssuingMunicipality),
            ("NATIONALNUMBER", citizen.NationalNumber),
            ("NAME", citizen.Surname),
            ("FIRSTNAMES", citizen.GivenNames),
            ("INITIAL", citizen.ThirdNameInitial),
            ("NATIONALITY", citizen.Nationality),
            ("BIRTHLOCATION", citizen.BirthPlace),
            ("SEX", citizen.Sex),
            ("NOBLECONDITION", citizen.NobleCondition),
            ("DOCUMENTTYPE", citizen.DocumentType),
            ("ZIPCODE", citizen.Address.Zip),
            ("MUNICIPALITY", citizen.Address.Municipality),
        ];
        Assert.All(expected, field => Assert.Contains($"BELPIC_{field.Name}: {field.Value}", lines));
        Assert.Contains(lines, line => line.StartsWith("BELPIC_BIRTHDATE: ", StringComparison.Ordinal)
            && line.EndsWith(citizen.BirthDate.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_card_that_is_not_activated_it_prints_nothing() =>
        Assert.DoesNotContain(await RunAsync("not-activated"), line => line.StartsWith("BELPIC_", StringComparison.Ordinal));

    [Fact]
    public async Task Of_a_hostile_name_it_prints_what_stands_before_the_first_zero()
    {
        var lines = await RunAsync("hostile-name");
        Assert.Contains("BELPIC_NATIONALNUMBER: 88022999990", lines);
        Assert.Contains("BELPIC_FIRSTNAMES: </title>", lines);
    }

    private static async Task<string[]> RunAsync(string citizen)
    {
        Require.Programs("eidenv");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, citizen, cancellation);

        // Its exit code is 1 on success too; it prints an empty street, and F as E in the chip number.
        var result = await TestProcess.RunAsync("eidenv", [], cancellation, pcscd.Environment);
        return result.StandardOutput.Split('\n');
    }
}
