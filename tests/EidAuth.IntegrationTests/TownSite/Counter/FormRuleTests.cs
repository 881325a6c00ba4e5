using EidAuth.Testing;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class FormRuleTests
{
    [Theory]
    [InlineData("at-once", "only", "self", true, "here", "at-once")]
    [InlineData("at-once", "only", "self", true, "elsewhere", "elsewhere")]
    [InlineData("at-once", "only", "self", true, "unproven", "address-unproven")]
    [InlineData("at-once", "only", "self", false, "here", "card-needed")]
    [InlineData("at-once", "only", "other", true, "here", "officer")]
    [InlineData("at-once", "only", "other", true, "elsewhere", "officer")]
    [InlineData("at-once", "only", "other", false, "here", "card-needed")]
    [InlineData("at-once", "any", "self", true, "here", "at-once")]
    [InlineData("at-once", "any", "self", true, "elsewhere", "officer")]
    [InlineData("at-once", "any", "self", true, "unproven", "officer")]
    [InlineData("officer", "only", "self", true, "here", "officer")]
    [InlineData("officer", "only", "self", true, "elsewhere", "elsewhere")]
    [InlineData("officer", "only", "self", true, "unproven", "address-unproven")]
    [InlineData("officer", "any", "self", true, "unproven", "officer")]
    public void The_rule_says_what_becomes_of_a_request(string handling, string residents, string asker, bool fresh, string residency, string outcome) =>
        Assert.Equal(
            Word<RequestOutcome>(outcome),
            FormRule.Of(Form(Word<Handling>(handling), Word<Residents>(residents)), Word<Asker>(asker), fresh, Word<Residency>(residency), stated: true));

    [Fact]
    public void What_is_not_proven_is_not_stated_at_once()
    {
        var form = Form(Handling.AtOnce, Residents.Any);

        Assert.Equal(RequestOutcome.Officer, FormRule.Of(form, Asker.Self, true, Residency.Here, stated: false));
        Assert.Equal(RequestOutcome.AtOnce, FormRule.Of(form, Asker.Self, true, Residency.Here, stated: true));
    }

    [Fact]
    public void A_form_for_oneself_serves_nobody_else()
    {
        var form = Form(Handling.AtOnce, Residents.Only) with { Askers = [Asker.Self] };

        Assert.Equal(RequestOutcome.AskerRefused, FormRule.Of(form, Asker.Other, true, Residency.Here, stated: true));
        Assert.Equal(RequestOutcome.AtOnce, FormRule.Of(form, Asker.Self, true, Residency.Here, stated: true));
    }

    [Fact]
    public void A_form_by_password_asks_for_no_card()
    {
        var form = Form(Handling.Officer, Residents.Any) with { Assurance = new Assurance { Level = AssuranceLevel.Password } };

        Assert.Equal(RequestOutcome.Officer, FormRule.Of(form, Asker.Self, false, Residency.Unproven, stated: false));
    }

    private static CounterForm Form(Handling handling, Residents residents) => FormText.Form() with { Handling = handling, Residents = residents };

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
