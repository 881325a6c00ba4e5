namespace TownSite.Office;

/// <summary>How an officer's change of a request ended. When it is not <see cref="Done"/>, nothing has changed.</summary>
internal enum ChangeOutcome
{
    Done,

    /// <summary>Somebody else was first: the request is not any more what the officer saw.</summary>
    Conflict,

    /// <summary>The list of changes has no such one.</summary>
    NotAllowed,

    /// <summary>A refusal without a reason.</summary>
    NoteMissing,

    /// <summary>Too long, or characters that cannot be kept.</summary>
    NoteWrong,

    /// <summary>Nobody decides on their own request.</summary>
    OwnRequest,
}
