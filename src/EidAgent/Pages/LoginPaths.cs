namespace EidAgent.Pages;

/// <summary>The agent's addresses.</summary>
internal static class LoginPaths
{
    /// <summary>Where a site sends the browser.</summary>
    public const string Ask = "/login";

    /// <summary>Last segments below <c>/login/{id}</c>.</summary>
    public const string Continue = "/continue";

    /// <inheritdoc cref="Continue"/>
    public const string Cancel = "/cancel";

    /// <inheritdoc cref="Continue"/>
    public const string Block = "/block";

    /// <inheritdoc cref="Continue"/>
    public const string LastTry = "/last-try";

    /// <inheritdoc cref="Continue"/>
    public const string StopOther = "/stop-other";

    /// <inheritdoc cref="Continue"/>
    public const string Changes = "/changes";

    /// <summary>The page of one login.</summary>
    public static string Of(string id) => $"{Ask}/{id}";
}
