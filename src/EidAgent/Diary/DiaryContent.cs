using EidAgent.Data;

namespace EidAgent.Diary;

/// <summary>All entries, whether more are written, and why it cannot be read where it cannot.</summary>
internal sealed record DiaryContent(IReadOnlyList<DiaryEntry> Entries, bool IsOn, KeepingFault? Fault);
