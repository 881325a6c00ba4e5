namespace EidAgent.Service.Installation;

/// <summary>How the system starts the agent of this user. Closed; each has its sentence.</summary>
internal enum StartMethod
{
    /// <summary>systemd listens and starts it when somebody connects (Linux).</summary>
    Systemd,

    /// <summary>The desktop starts it with the session (Linux without systemd).</summary>
    Autostart,

    /// <summary>launchd starts it with the session (macOS). Never run.</summary>
    Launchd,

    /// <summary>Windows starts it with the session. Never run.</summary>
    RunKey,
}
