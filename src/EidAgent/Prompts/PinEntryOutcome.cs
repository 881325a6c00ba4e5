namespace EidAgent.Prompts;

/// <summary>How a PIN question ended.</summary>
public enum PinEntryOutcome
{
    /// <summary>Digits are there.</summary>
    Entered,

    /// <summary>The person cancelled, or the login was cancelled while the window was open.</summary>
    Cancelled,

    /// <summary>The time for typing was over. Nothing that was typed until then is used.</summary>
    TimedOut,

    /// <summary>No window and no terminal can be shown here.</summary>
    Unavailable,

    /// <summary>The program that showed the window ended, or broke, while it asked. Nothing that was typed in it is used.</summary>
    Lost,
}
