namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>
/// What stands as ProviderKey in Identity's table of logins for a card: <c>{subject}.{key id}</c>, and <c>.test</c> behind it when a test card made the link. A test
/// card of somebody's number gives the same subject as the real one; with the mark, neither finds the other's link.
/// </summary>
internal static class LinkKey
{
    /// <summary>Characters of a subject.</summary>
    public const int SubjectLength = 43;

    private const string TestMark = ".test";

    public static string Of(EidSubject subject, bool testTrust) => $"{subject.Value}.{subject.KeyId}{(testTrust ? TestMark : "")}";

    public static bool IsTest(string key) => key.EndsWith(TestMark, StringComparison.Ordinal);

    /// <summary>The key id out of what stands behind subject and point.</summary>
    public static string KeyId(string end) => IsTest(end) ? end[..^TestMark.Length] : end;
}
