namespace EidAgent.Prompts;

/// <summary>How a PIN question ended.</summary>
public enum PinEntryOutcome
{
    /// <summary>Digits are there.</summary>
    Entered,

    /// <summary>The person cancelled, or the login was cancelled while the window was open.</summary>
    Cancelled,

    /// <summary>The window closed by its own time-out.</summary>
    TimedOut,

    /// <summary>No window and no terminal can be shown here.</summary>
    Unavailable,
}
