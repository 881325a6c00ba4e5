using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Callback;
using EidAuth.AspNetCore.Challenges;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Fields;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>What goes on from the judgement of posted fields to the claims: words, and no file to draw more from.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class AskedFieldsTests
{
    private const string Site = "https://localhost";

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task The_files_are_dropped_before_there_is_a_claim(string id)
    {
        var clock = new ManualTimeProvider();
        await using var cards = await TestCards.StartAsync(clock);
        await using var town = await AccountsTown.StartAtOnceAsync(
            cards, clock, options => (options.Fields.Identity, options.Fields.Address, options.Fields.Photo) = (FieldDemand.Optional, FieldDemand.Optional, FieldDemand.Optional));
        var options = town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);
        Assert.True(Origin.TryParse(Site, out var origin));
        var challenge = Challenge.Issue(ChallengePurpose.Login, origin!, new AuthenticationProperties(), clock.GetUtcNow(), FieldNames.Of(CardParts.Holder));
        var citizen = Citizen.All[id];

        var judged = AskedFields.Judge(cards.Give(citizen, CardParts.Holder), FieldsBench.Login(citizen.NationalNumber), challenge, options, clock.GetUtcNow());

        Assert.Null(judged.Refusal);
        Assert.Equal((citizen.Surname, citizen.Address.Street), (judged.Proven!.Identity!.Surname, judged.Proven.Address!.Street));
        Assert.True(judged.Proven.Identity.Raw.IsEmpty && judged.Proven.Address.Raw.IsEmpty);
        Assert.Empty(judged.Proven.Identity.Fields);
        Assert.Empty(judged.Proven.Address.Fields);
    }
}
