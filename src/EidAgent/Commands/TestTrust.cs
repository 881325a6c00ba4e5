using EidAuth.Pki;

namespace EidAgent.Commands;

/// <summary>Which roots a command trusts.</summary>
internal static class TestTrust
{
    /// <summary>Names a folder of test roots for all programs of a session.</summary>
    public const string Variable = "EIDAUTH_TEST_ANCHORS";

    /// <summary>The folder by option or variable; null for the pinned Belgian roots.</summary>
    public static string? Folder(string? option) => option ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null);

    /// <summary>The anchors; null, with the reason said, when the folder names none.</summary>
    public static TrustAnchors? Anchors(string? folder, TextWriter errors)
    {
        try
        {
            return folder is null ? TrustAnchors.Belgium : TrustAnchors.FromTestFolder(folder);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // The name of a parameter, which .NET puts after the message, is nothing to a person.
            var parameter = exception is ArgumentException { ParamName: { } name } ? $" (Parameter '{name}')" : "";
            errors.WriteLine($"--test-anchors (or {Variable}): {exception.Message[..^(exception.Message.EndsWith(parameter, StringComparison.Ordinal) ? parameter.Length : 0)]}");
            return null;
        }
    }
}
