using EidAgent.Data;

namespace EidAgent.Diary;

/// <summary>A login's place in the diary.</summary>
/// <param name="at">When the site asked.</param>
internal sealed class DiaryTrace(DateTimeOffset at)
{
    private readonly TaskCompletionSource recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The entry's id; not the login's, which stands in addresses.</summary>
    public string Id { get; } = LoginRecorder.NewId();

    public DateTimeOffset At => at;

    /// <summary>Why something of this login could not be written down; null while all could.</summary>
    public KeepingFault? NotKept { get; set; }

    /// <summary>Completes when the login's end is written, or cannot be.</summary>
    public Task Recorded => recorded.Task;

    public void Finish() => recorded.TrySetResult();
}
