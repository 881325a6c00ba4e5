namespace TownSite;

/// <summary>What the site itself logs: events, never who.</summary>
internal static partial class TownLog
{
    [LoggerMessage(4001, LogLevel.Information, "Somebody logged in with a password.")]
    internal static partial void PasswordRight(ILogger logger);

    [LoggerMessage(4002, LogLevel.Warning, "A login with a password was refused.")]
    internal static partial void PasswordWrong(ILogger logger);

    [LoggerMessage(4003, LogLevel.Information, "Somebody logged out.")]
    internal static partial void LoggedOut(ILogger logger);
}
