using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>No reason for refusing a login is without a case.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CoverageTests
{
    [Fact]
    public void Every_rejection_is_expected_by_a_case()
    {
        LoginCase[] cases = [.. PathCaseTests.Cases, .. LeafCaseTests.Cases, .. OcspCaseTests.Cases];

        // A token that does not read never reaches the verifier: LoginTokenTests has its cases.
        var missing = Enum.GetValues<LoginRejection>().Except([LoginRejection.TokenMalformed]).Except(cases.Where(item => item.Expected is not null).Select(item => item.Expected!.Value));

        Assert.Empty(missing);
    }
}
