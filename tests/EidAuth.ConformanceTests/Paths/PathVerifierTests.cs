using EidAuth.ConformanceTests.Pki;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

[Trait("Group", TestGroup.Trust)]
public sealed class PathVerifierTests
{
    private static readonly PathCase[] Cases = [.. PathCases.All, .. NameCases.All];

    public static IEnumerable<TheoryDataRow<int>> Rows => PathCase.Rows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_path_with_one_change(int index)
    {
        var result = Cases[index].Make().Run();

        Assert.Equal(Cases[index].Expected, result is PathResult.Refused refused ? refused.Reason : null);
    }

    [Fact]
    public void Every_defect_has_a_case_or_a_test_here_or_is_of_Belgian_profiles()
    {
        Assert.Empty(Enum.GetValues<PathDefect>().Except(Cases.Where(item => item.Expected is not null).Select(item => item.Expected!.Value))
            .Except([PathDefect.KeyUsage, PathDefect.LimitReached, PathDefect.IssuerNotAllowed, PathDefect.Policy]));
    }

    [Fact]
    public void The_path_is_given_leaf_first_and_its_anchor_beside_it()
    {
        var scenario = new PathScenario();

        var verified = Assert.IsType<PathResult.Verified>(scenario.Run());

        Assert.Equal([scenario.Leaf.Encoded, scenario.Inner.Encoded, scenario.Outer.Encoded], verified.Certificates.Select(bytes => bytes.ToArray()));
        Assert.Equal(scenario.Root.Encoded, verified.Anchor.Encoded.ToArray());
        Assert.Equal(3, verified.Signatures);
    }

    [Theory]
    [InlineData(0x80, 0, true)]
    [InlineData(0xC0, 0, false)]
    [InlineData(0x40, 0, false)]
    [InlineData(0x80, 0x80, false)]
    public void Key_usage_is_what_the_profile_demands_and_forbids(int has, int forbidden, bool holds)
    {
        var scenario = new PathScenario();
        scenario.Leaf.With(Forge.KeyUsage, Forge.Usage((byte)has), critical: true);
        scenario.Profile = new()
        {
            DemandedUsage = System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.DigitalSignature,
            ForbiddenUsage = (System.Security.Cryptography.X509Certificates.X509KeyUsageFlags)(forbidden | 0x40),
        };

        var result = scenario.Run();

        Assert.Equal(holds ? null : (PathDefect?)PathDefect.KeyUsage, result is PathResult.Refused refused ? refused.Reason : null);
    }

    [Fact]
    public void A_profile_may_take_a_leaf_without_purposes_and_one_that_is_a_CA()
    {
        var scenario = new PathScenario { Profile = new() { Purpose = Forge.ClientAuth, PurposeMayBeAbsent = true, LeafMayBeCa = true } };
        scenario.Leaf.Without(Forge.ExtendedKeyUsage).With(Forge.BasicConstraints, Forge.Ca(null), critical: true);

        Assert.IsType<PathResult.Verified>(scenario.Run());
    }

    [Theory]
    [InlineData("clientAuth")]
    [InlineData("")]
    [InlineData("3.4.5")]
    public void A_purpose_that_is_no_OID_is_the_callers_mistake(string purpose) =>
        Assert.Throws<ArgumentException>(() => new PathScenario { Profile = new() { Purpose = purpose } }.Run());

    [Fact]
    public void Without_anchors_nothing_is_trusted() => Assert.Throws<ArgumentException>(() => new PathScenario { Anchors = () => [] }.Run());

    [Fact]
    public void An_anchor_is_a_CA() => Assert.Throws<ArgumentException>(() => PathAnchor.FromCertificate(new PathScenario().Leaf.Encoded));

    [Fact]
    public void A_hundred_candidates_of_one_name_cost_no_more_than_the_limits()
    {
        var scenario = new PathScenario();
        byte[][] crowd = [.. Enumerable.Range(0, 100).Select(number => PathScenario.Authority(4 + (number % 4), "Inner", 1, "Outer", [0x10, (byte)number]).Without(Forge.SubjectKeyIdentifier).Encoded)];
        scenario.Intermediates = () => [.. crowd, scenario.Inner.Encoded];

        var refused = Assert.IsType<PathResult.Refused>(scenario.Run());

        Assert.Equal(PathDefect.LimitReached, refused.Reason);
        Assert.True(refused.Signatures <= PathLimits.Default.MaximumSignatures);
        Assert.True(refused.Steps < 1000, $"{refused.Steps} steps");
    }

    [Fact]
    public void A_hundred_candidates_with_keys_that_cannot_be_made_cost_no_more_than_the_limits()
    {
        var scenario = new PathScenario();
        scenario.Intermediates = () => [.. Enumerable.Range(0, 100).Select(number => OffItsCurve(number).Encoded), scenario.Inner.Encoded];

        var refused = Assert.IsType<PathResult.Refused>(scenario.Run());

        Assert.Equal(PathDefect.LimitReached, refused.Reason);
        Assert.Equal(PathLimits.Default.MaximumSignatures, refused.Signatures);

        static ForgedCertificate OffItsCurve(int number)
        {
            var authority = PathScenario.Authority(4, "Inner", 1, "Outer", [0x10, (byte)number]).Without(Forge.SubjectKeyIdentifier);
            authority.SubjectPublicKeyInfo = ForgedKeys.Ec(ForgedKeys.P384, Forge.FlipBit(ForgeKey.P384(4).Bits, -1));
            return authority;
        }
    }

    [Fact]
    public void CAs_that_sign_each_other_in_a_ring_end_the_search()
    {
        var scenario = new PathScenario();
        byte[][] ring = [.. Enumerable.Range(4, 4).Select(number =>
            PathScenario.Authority(number, $"Ring {number}", 4 + ((number - 3) % 4), $"Ring {4 + ((number - 3) % 4)}", [0x20, (byte)number]).Encoded)];
        scenario.Leaf.Issuer = PathScenario.Name("Ring 4");
        scenario.Leaf.IssuerKey = ForgeKey.P384(4);
        scenario.Leaf.With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P384(4).Sha1));
        scenario.Intermediates = () => ring;

        var refused = Assert.IsType<PathResult.Refused>(scenario.Run());

        Assert.Equal(PathDefect.IssuerUnknown, refused.Reason);
        Assert.True(refused.Signatures <= 4, $"{refused.Signatures} signatures");
    }

    [Fact]
    public void A_path_that_is_too_deep_says_so()
    {
        var scenario = new PathScenario { Limits = PathLimits.Default with { MaximumDepth = 1 } };

        Assert.Equal(PathDefect.LimitReached, Assert.IsType<PathResult.Refused>(scenario.Run()).Reason);
    }

    [Fact]
    public void Thousands_of_names_against_hundreds_of_subtrees_end_at_the_limit()
    {
        var scenario = new PathScenario();
        static byte[] Host(int number) => System.Text.Encoding.ASCII.GetBytes($"h{number}.be");
        scenario.Leaf.With(PathScenario.AlternativeNames, Der.Sequence([.. Enumerable.Range(0, 1200).Select(number => Der.Implicit(2, Host(number)))]));
        scenario.Constrain([], [.. Enumerable.Range(5000, 900).Select(number => (2, Host(number)))]);

        var refused = Assert.IsType<PathResult.Refused>(scenario.Run());

        Assert.Equal(PathDefect.LimitReached, refused.Reason);
        Assert.True(refused.Steps <= PathLimits.Default.MaximumNameComparisons + 1000, $"{refused.Steps} steps");
    }
}
