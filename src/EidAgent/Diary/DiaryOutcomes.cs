using EidAgent.Logins;
using EidAuth.Login;

namespace EidAgent.Diary;

/// <summary>Codes of endings in the diary.</summary>
internal static class DiaryOutcomes
{
    /// <summary>The site answered that it ended the session.</summary>
    public const string SessionEndSent = "session_end_sent";

    /// <summary>The site refused to.</summary>
    public const string SessionEndRefused = "session_end_refused";

    /// <summary>The site did not answer.</summary>
    public const string SessionEndUnanswered = "session_end_unanswered";

    private static readonly Dictionary<string, DiaryOutcome> ByEnding =
        Enum.GetValues<LoginEnding>().Select(ending => KeyValuePair.Create(ending.Code(), Of(ending)))
            .Append(KeyValuePair.Create(SessionEndSent, DiaryOutcome.Sent))
            .Append(KeyValuePair.Create(SessionEndRefused, DiaryOutcome.NotSent))
            .Append(KeyValuePair.Create(SessionEndUnanswered, DiaryOutcome.NotSent))
            .ToDictionary();

    /// <summary>Whether a line may end with that code.</summary>
    public static bool IsEnding(string code) => ByEnding.ContainsKey(code);

    /// <summary>The outcome of an entry.</summary>
    public static DiaryOutcome Of(DiaryEntry entry) => entry.Ending is null ? DiaryOutcome.Unfinished : ByEnding.GetValueOrDefault(entry.Ending, DiaryOutcome.Failed);

    private static DiaryOutcome Of(LoginEnding ending) => ending switch
    {
        LoginEnding.Signed => DiaryOutcome.Allowed,
        LoginEnding.SiteBlocked => DiaryOutcome.Blocked,
        LoginEnding.PinPaused or LoginEnding.LastTryKept => DiaryOutcome.Failed,
        _ => ending.Failure() switch
        {
            LoginFailure.UserCancelled => DiaryOutcome.Refused,
            LoginFailure.TimedOut => DiaryOutcome.Expired,
            _ => DiaryOutcome.Failed,
        },
    };
}
