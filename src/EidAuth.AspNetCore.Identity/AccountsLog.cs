using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Identity;

/// <summary>Log lines of account linking, 31xx. No name, number, subject or account in any of them; that is in the account's history.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(3101, LogLevel.Information, "{Scheme}: {Count} accounts are linked under the newest pseudonym key {KeyId}.")]
    internal static partial void NewestKey(ILogger logger, string scheme, string keyId, int count);

    [LoggerMessage(3102, LogLevel.Information, "{Scheme}: {Count} accounts are still linked under the older pseudonym key {KeyId}; each moves with its next login. At 0 the key can leave Eid:PseudonymKeys.")]
    internal static partial void OlderKey(ILogger logger, string scheme, string keyId, int count);

    [LoggerMessage(3103, LogLevel.Warning, "TEST TRUST: {Count} accounts of {Scheme} are linked to test cards. This site does not trust test cards, so nobody logs in by these links.")]
    internal static partial void TestLinks(ILogger logger, string scheme, int count);

    [LoggerMessage(3104, LogLevel.Warning, "EidAccountsOptions.Names is not set: cards are linked without looking whether the account's names differ from the card's.")]
    internal static partial void NoNames(ILogger logger);

    [LoggerMessage(3105, LogLevel.Information, "{Scheme}: {Kind}.")]
    internal static partial void Changed(ILogger logger, string scheme, EidAccountEventKind kind);

    [LoggerMessage(3106, LogLevel.Information, "{Scheme}: refused, {Code}.")]
    internal static partial void Refused(ILogger logger, string scheme, string code);

    [LoggerMessage(3107, LogLevel.Error, "A change of an account stands ({Kind}), but {Notice} could not tell its person ({Fault}).")]
    internal static partial void NoticeFailed(ILogger logger, EidAccountEventKind kind, string notice, string fault);
}
