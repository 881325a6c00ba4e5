namespace EidAgent.Ports.Install;

/// <summary>How installing or removing the system part ended.</summary>
internal enum SystemSetupEnding
{
    Done,

    /// <summary>Only root can, and only on Linux.</summary>
    NotRoot,

    /// <summary>The program is where others could change it, or its path has a character that a unit file reads otherwise.</summary>
    ProgramNotRoots,

    /// <summary>The files are in place; a program of the system failed, and has said why.</summary>
    StepFailed,
}
