namespace EidAgent.Service;

/// <summary>Who listens on the agent's port. Closed; each but <see cref="Nobody"/> has its sentence.</summary>
internal enum PortHolderKind
{
    /// <summary>The port is free.</summary>
    Nobody,

    /// <summary>An agent of this user.</summary>
    Agent,

    /// <summary>This user's service manager, which starts the agent when somebody connects.</summary>
    ServiceManager,

    /// <summary>Another program of this user.</summary>
    OtherProgram,

    /// <summary>A program of another user, the system's own included.</summary>
    AnotherUser,

    /// <summary>Somebody does, and the system does not tell who.</summary>
    Unknown,
}
