using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Each refusal has a code and a row in docs/failure-codes.md.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class AccountCodesTests
{
    [Fact]
    public void Each_code_has_one_row()
    {
        var rows = FailureCodesPage.Rows("Accounts");
        Assert.Equal(Enum.GetValues<AccountRefusal>().Select(refusal => $"`{refusal.ToCode()}`").Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEmpty(cell)));
        Assert.All(rows, row => Assert.Equal(4, row.Length));
    }

    [Fact]
    public void A_code_is_the_name_in_snake_case() => Assert.Equal("linked_elsewhere", AccountRefusal.LinkedElsewhere.ToCode());
}
