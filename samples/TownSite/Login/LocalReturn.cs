namespace TownSite.Login;

/// <summary>Where somebody goes after logging in.</summary>
internal static class LocalReturn
{
    public const string Default = "/me";

    /// <summary>The wanted address when it is a path of this site, otherwise <see cref="Default"/>.</summary>
    public static string Of(string? wanted) => Of(wanted, Default);

    /// <summary>The wanted address when it is a path of this site; not one that a browser would read as another host.</summary>
    public static string Of(string? wanted, string otherwise) =>
        wanted is ['/', ..] && (wanted.Length == 1 || wanted[1] is not ('/' or '\\')) && !wanted.Any(char.IsControl) ? wanted : otherwise;
}
