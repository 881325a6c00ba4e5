using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.UnitTests.Proof;
using Xunit;

namespace EidAuth.UnitTests.Fields;

/// <summary>A forged card's files on their way: taken by the agent, posted, read and judged by the site.</summary>
internal static class FieldsBench
{
    public const CardParts All = CardParts.Holder;

    /// <summary>A login that was proven, under test anchors, by somebody with that number.</summary>
    public static VerifiedLogin Login(string number = LoginScenario.NationalNumber)
    {
        var scenario = LoginScenario.Ec();
        scenario.Leaf.Subject = LoginScenario.HolderName(number);
        return Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login;
    }

    /// <summary>What the agent takes and writes, and the site reads.</summary>
    public static PostedFields Post(CardContent content, CardParts agreed = All, CardParts asked = All)
    {
        var taken = PostedFields.Take(content, agreed);
        Assert.NotNull(taken);
        Assert.True(PostedFields.TryParse(taken.ToJson(), asked, out var posted));
        return posted!;
    }

    /// <summary>The same, judged for the holder of the forged card unless another login is given.</summary>
    public static FieldsVerdict JudgeFields(this ForgedCard card, CardContent content, CardParts agreed = All, VerifiedLogin? login = null, DateTimeOffset? now = null) =>
        card.JudgeFields(Post(content, agreed), login, now);

    public static FieldsVerdict JudgeFields(this ForgedCard card, PostedFields posted, VerifiedLogin? login = null, DateTimeOffset? now = null)
    {
        using var anchors = new CertificateFiles([card.Root.Encoded]);
        return posted.Judge(login ?? Login(), TrustAnchors.FromTestFolder(anchors.Path), now ?? ForgedCard.Now);
    }

    public static ProvenFields Proven(FieldsVerdict verdict) => Assert.IsType<FieldsVerdict.Proven>(verdict).Fields;

    public static void AssertRefused(FieldsRejection reason, FieldsVerdict verdict) => Assert.Equal(new FieldsVerdict.Rejected(reason), verdict);
}
