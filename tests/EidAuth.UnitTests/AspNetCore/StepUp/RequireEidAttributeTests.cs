using EidAuth.AspNetCore;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.StepUp;

[Trait("Group", TestGroup.Town)]
public sealed class RequireEidAttributeTests
{
    [Theory]
    [InlineData("00:10:00", 600)]
    [InlineData("00:00:00", 0)]
    [InlineData("1.00:00:00", 86400)]
    public void An_age_is_hours_minutes_and_seconds(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Requirement(new RequireEidAttribute { MaxAge = text }).MaxAge);

    [Fact]
    public void An_age_may_be_given_in_seconds_or_not_at_all()
    {
        Assert.Equal(TimeSpan.FromSeconds(90), Requirement(new RequireEidAttribute { MaxAgeSeconds = 90 }).MaxAge);
        Assert.Equal(TimeSpan.Zero, Requirement(new RequireEidAttribute { MaxAgeSeconds = 0 }).MaxAge);
        Assert.Null(Requirement(new RequireEidAttribute()).MaxAge);
    }

    [Theory]
    [InlineData("4", -1)]
    [InlineData("-00:10:00", -1)]
    [InlineData("10 minutes", -1)]
    [InlineData("", -1)]
    [InlineData("00:10:00", 600)]
    [InlineData(null, -2)]
    public void Anything_else_is_told_apart_from_an_age(string? text, int seconds)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Requirement(new RequireEidAttribute { MaxAge = text, MaxAgeSeconds = seconds }));

        Assert.Contains("MaxAge = \"00:10:00\"", refused.Message);
    }

    [Fact]
    public void Grace_and_other_schemes_count_only_by_name()
    {
        var plain = Requirement(new RequireEidAttribute());
        Assert.False(plain.AllowGrace);
        Assert.Empty(plain.Alternatives);
        Assert.True(Requirement(new RequireEidAttribute { AllowGrace = true }).AllowGrace);
        var also = new EidRequirement(TimeSpan.FromMinutes(1)) { AllowGrace = true }.AlsoAccept("Fas", "high", "very-high");
        Assert.Equal((TimeSpan.FromMinutes(1), true), (also.MaxAge, also.AllowGrace));
        Assert.Equal(("Fas", "high very-high"), (also.Alternatives.Single().Scheme, string.Join(' ', also.Alternatives.Single().Acr)));
        Assert.Throws<ArgumentException>(() => plain.AlsoAccept("Fas"));
        Assert.Throws<ArgumentException>(() => plain.AlsoAccept("Fas", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EidRequirement(TimeSpan.FromSeconds(-1)));
    }

    private static EidRequirement Requirement(RequireEidAttribute attribute) => Assert.IsType<EidRequirement>(attribute.GetRequirements().Single());
}
