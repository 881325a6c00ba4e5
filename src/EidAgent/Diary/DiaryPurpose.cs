namespace EidAgent.Diary;

/// <summary>What an entry is about; by its name in snake_case in the file.</summary>
internal enum DiaryPurpose
{
    /// <summary>A site asked for a login.</summary>
    Login,

    /// <summary>The agent told a site that the card of its session left.</summary>
    SessionEnd,
}
