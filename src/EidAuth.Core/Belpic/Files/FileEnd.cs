namespace EidAuth.Belpic;

/// <summary>What the bytes of a file, read from its beginning, say about its end.</summary>
internal enum FileEnd
{
    /// <summary>More must follow.</summary>
    Open,

    /// <summary>It may end here, or not.</summary>
    Possible,

    /// <summary>It ends here if the card says so.</summary>
    Complete,

    /// <summary>It ends here, or what follows is not wanted.</summary>
    Reached,

    /// <summary>These are not the bytes of such a file.</summary>
    Impossible,
}
