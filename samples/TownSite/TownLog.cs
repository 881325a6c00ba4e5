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

    [LoggerMessage(4004, LogLevel.Information, "The database is ready: {Provider}.")]
    internal static partial void DatabaseReady(ILogger logger, string provider);

    [LoggerMessage(4005, LogLevel.Warning, "A login to a closed account was refused.")]
    internal static partial void AccountClosed(ILogger logger);

    [LoggerMessage(4006, LogLevel.Information, "An account was made.")]
    internal static partial void AccountMade(ILogger logger);

    [LoggerMessage(4007, LogLevel.Information, "A proven login led to no account: {Code}.")]
    internal static partial void CardRefused(ILogger logger, string code);

    [LoggerMessage(4008, LogLevel.Information, "An account's fields were taken from a card.")]
    internal static partial void FieldsTaken(ILogger logger);

    [LoggerMessage(4009, LogLevel.Information, "An account's password was set.")]
    internal static partial void PasswordSet(ILogger logger);
}
