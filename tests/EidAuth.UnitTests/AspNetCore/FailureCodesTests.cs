using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Refusals;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The site's part of docs/failure-codes.md says what the code does.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class FailureCodesTests
{
    public static TheoryData<string> Lists => ["The request", "The agent", "The token and its certificate", "Fields of the card"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_code_has_one_row_with_its_status_and_its_page(string heading)
    {
        var rows = FailureCodesPage.Rows(heading);
        Assert.Equal(Refusals(heading).Select(refusal => $"`{refusal.Code}`").Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        foreach (var refusal in Refusals(heading))
        {
            var row = rows.Single(cells => cells[0] == $"`{refusal.Code}`");
            Assert.Equal(RefusalAnswer.Status(refusal).ToString(System.Globalization.CultureInfo.InvariantCulture), row[1]);
            Assert.Equal(RefusalAnswer.IsForTheLoginPage(refusal) ? "yes" : "no", row[2]);
            Assert.All(row[3..], cell => Assert.NotEmpty(cell));
        }
    }

    [Fact]
    public void A_code_is_the_name_in_snake_case()
    {
        Assert.Equal("extended_key_usage", new EidRefusal.OfLogin(LoginRejection.ExtendedKeyUsage).Code);
        Assert.Equal("CertificateRevoked", new EidRefusal.OfLogin(LoginRejection.CertificateRevoked).Name);
        Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName("UserCancelled"), new EidRefusal.AtAgent(LoginFailure.UserCancelled).ToString());
    }

    private static IEnumerable<EidRefusal> Refusals(string heading) => heading switch
    {
        "The request" => Enum.GetValues<RequestRefusal>().Select(reason => new EidRefusal.OfRequest(reason)),
        "The agent" => Enum.GetValues<LoginFailure>().Select(reason => new EidRefusal.AtAgent(reason)),
        "Fields of the card" => Enum.GetValues<FieldsRejection>().Select(reason => new EidRefusal.OfFields(reason)),
        _ => Enum.GetValues<LoginRejection>().Select(reason => new EidRefusal.OfLogin(reason)),
    };
}
