namespace TownSite.Counter;

/// <summary>What counter, back office and mail log: events, never who and never which request.</summary>
internal static partial class CounterLog
{
    [LoggerMessage(4101, LogLevel.Information, "A request was sent, by {Means}; {Outcome}.")]
    internal static partial void RequestSent(ILogger logger, string means, string outcome);

    [LoggerMessage(4102, LogLevel.Information, "An officer brought a request into the state {State}.")]
    internal static partial void StateChanged(ILogger logger, string state);

    [LoggerMessage(4103, LogLevel.Information, "Two officers changed a request at once; the second was told.")]
    internal static partial void StateConflict(ILogger logger);

    [LoggerMessage(4104, LogLevel.Warning, "Mails are not sent: Town:MailFolder names no pick-up folder.")]
    internal static partial void NoMailFolder(ILogger logger);

    [LoggerMessage(4105, LogLevel.Error, "A mail could not be written: {Kind}.")]
    internal static partial void MailNotWritten(ILogger logger, string kind);

    [LoggerMessage(4106, LogLevel.Warning, "An officer did with an account: {Act}.")]
    internal static partial void AccountAct(ILogger logger, string act);
}
