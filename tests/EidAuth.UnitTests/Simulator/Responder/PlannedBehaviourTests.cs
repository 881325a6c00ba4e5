using EidAuth.Simulator.Responder;
using EidAuth.Simulator.Verbs;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>Behaviours on the command line.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class PlannedBehaviourTests
{
    [Theory]
    [InlineData("stale", "Stale Stale Good", "Stale Stale Good")]
    [InlineData("LATE", "Late Late Late", "Late Late Late")]
    [InlineData("citizen-ec=gzipBomb", "GzipBomb GzipBomb GzipBomb", "Good Good Good")]
    [InlineData("root=stale", "Good Good Good", "Stale Stale Good")]
    [InlineData("crl:delta", "Good Delta Good", "Good Delta Good")]
    [InlineData("ocsp:citizen=reset", "Reset Good Good", "Good Good Good")]
    [InlineData("crt:root-rsa=html", "Good Good Good", "Good Good Html")]
    [InlineData("sha1Signature", "Sha1Signature Sha1Signature Good", "Sha1Signature Sha1Signature Good")]
    public void It_names_service_authority_and_behaviour(string text, string citizen, string root)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var conduct = new ResponderConduct(pki);
        Assert.True(PlannedBehaviour.TryParse(text, out var planned));

        planned.ApplyTo(conduct);

        Assert.Equal(citizen, string.Join(' ', All(conduct).Select(service => service.BehaviourOf("citizen-ec"))));
        Assert.Equal(root, string.Join(' ', All(conduct).Select(service => service.BehaviourOf("root-rsa"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("slow")]
    [InlineData("1")]
    [InlineData("=late")]
    [InlineData("citizen-ec=")]
    [InlineData("ldap:late")]
    [InlineData("crt:stale")]
    [InlineData("crl:wrongNonce")]
    [InlineData("late,stale")]
    [InlineData(" late")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(PlannedBehaviour.TryParse(text, out _));
    }

    [Fact]
    public void An_authority_that_does_not_exist_is_said_when_it_is_applied()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        Assert.True(PlannedBehaviour.TryParse("nobody=late", out var planned));

        Assert.Throws<ArgumentException>(() => planned.ApplyTo(new ResponderConduct(pki)));
    }

    [Fact]
    public void The_list_has_a_line_for_each_behaviour_that_can_be_given_back()
    {
        var lines = PlannedBehaviour.Lines().ToArray();

        Assert.Equal(Enum.GetValues<ResponderBehaviour>().Length, lines.Length);
        Assert.All(lines, line =>
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(words[1..], service => Assert.True(PlannedBehaviour.TryParse($"{service}:{words[0]}", out _), line));
        });
    }

    private static ServiceConduct[] All(ResponderConduct conduct) => [conduct.Ocsp, conduct.Crl, conduct.Certificates];
}
