using EidAuth.ConformanceTests.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>Each case of a login's path and certificate through <see cref="PathVerifier"/> and through the platform too: one verdict, but for the differences that are named.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class LoginAndPathVerifierTests
{
    private static readonly LoginCase[] Cases = [.. PathCaseTests.Cases, .. LeafCaseTests.Cases];

    public static IEnumerable<TheoryDataRow<int>> Rows => Cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"both roads, {item.Id}: {item.Title}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_login_and_the_path_verifier_agree(int index)
    {
        var (item, scenario) = Make(index);

        var path = Verify(scenario) is PathResult.Refused refused ? refused.Reason : (PathDefect?)null;
        var login = scenario.Verify();

        if (!IsOfThePath(item))
        {
            // What the login refuses besides: the path itself is as good as ever.
            // (The platform makes no EC key of a certificate whose subject is no name.)
            Assert.Equal(item.Scenario().Chain().Count == 0 ? PathDefect.IssuerUnknown : item.Title == "a name that is no name" && path is not null ? PathDefect.KeyNotAllowed : null, path);
            Assert.IsType<LoginVerdict.Rejected>(login);
            return;
        }

        LoginVerdict[] expected = path switch
        {
            null => [],
            PathDefect.IssuerUnknown when item.Id is "P7" or "P8" => [new LoginVerdict.Rejected(LoginRejection.IssuerNotCa)],
            { } defect => [new LoginVerdict.Rejected(PathRefusal.OfLeaf(defect)), new LoginVerdict.Rejected(PathRefusal.OfIssuer(defect))],
        };
        switch (login)
        {
            case LoginVerdict.Pending:
                Assert.Null(path);
                break;
            case LoginVerdict.MissingIssuer:
                Assert.Equal(PathDefect.IssuerUnknown, path);
                break;
            default:
                Assert.Contains(login, expected);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_platform_agrees_or_the_difference_is_meant(int index)
    {
        var (item, scenario) = Make(index);

        var isAccepted = scenario.Verify() is LoginVerdict.Pending;

        Assert.Equal(isAccepted != PlatformDifference.Of(item.Id, item.Title, isAccepted) is not null, PlatformChain.Builds(scenario.Leaf.Encoded, scenario.Chain(), scenario.Anchors(), scenario.Now));
    }

    [Fact]
    public void Every_difference_is_one_of_a_case()
    {
        Assert.All(PlatformDifference.All, difference =>
        {
            Assert.Contains(Cases, item => item.Id == difference.Id);
            Assert.All(difference.Titles, title => Assert.Contains(Cases, item => item.Id == difference.Id && item.Title == title));
        });
    }

    // The holder's number, the token's signature and a site's stricter option are a login's alone. A candidate without key identifier (P7, P8) is no candidate to the
    // path verifier; the login looks at it all the same, to say what it is.
    private static bool IsOfThePath(LoginCase item) =>
        item.Id is not ("L12" or "L16" or "L17") && item.Title != "the same where unlisted policies are refused"
        || item.Expected is null;

    private static (LoginCase Item, LoginScenario Scenario) Make(int index)
    {
        var scenario = Cases[index].Scenario();
        Cases[index].Defect(scenario);
        return (Cases[index], scenario);
    }

    private static PathResult Verify(LoginScenario scenario) => PathVerifier.Verify(
        scenario.Leaf.Encoded,
        [.. scenario.Chain().Concat(scenario.Folder()).Select(bytes => (ReadOnlyMemory<byte>)bytes)],
        [.. scenario.Anchors().Select(bytes => PathAnchor.FromCertificate(bytes))],
        scenario.Now,
        PathLimits.Default,
        BelgianProfiles.Authentication);
}
