using EidAgent.Data;

namespace EidAgent.Diary;

/// <summary>This user's diary: lines are added at its end; where it grows too long its oldest go. On unless it was switched off, which is a file of its own beside it.</summary>
internal sealed class DiaryBook(IKeptFiles files)
{
    /// <summary>It is cut down before it grows longer: some four thousand logins.</summary>
    public const int MaximumLength = 1024 * 1024;

    private const int KeptLength = MaximumLength / 2;
    private const string FileName = "diary.jsonl";
    private const string OffName = "diary.off";

    /// <summary>Writes an entry down, unless the diary is off. Nothing that was written before is lost, whatever goes wrong.</summary>
    public Task<KeepingFault?> WriteAsync(DiaryEntry entry) => UnderLockAsync(() =>
    {
        if (files.Read(OffName) is not null)
        {
            return;
        }

        var line = DiaryLine.Write(entry);
        if (files.Length(FileName) + line.Length > MaximumLength)
        {
            files.Replace(FileName, DiaryLines.Keep(DiaryLines.Read(files.Read(FileName)), KeptLength));
        }

        files.Append(FileName, line);
    });

    /// <summary>Everything in it, the oldest first.</summary>
    public async Task<DiaryContent> ReadAsync()
    {
        byte[]? content = null;
        var isOn = true;
        var fault = await UnderLockAsync(() => (content, isOn) = (files.Read(FileName), files.Read(OffName) is null));
        return new DiaryContent(DiaryLines.Read(content), isOn, fault);
    }

    /// <summary>Takes the file away. What a backup or the disk itself still holds of it is out of this program's reach.</summary>
    public Task<KeepingFault?> EraseAsync() => UnderLockAsync(() => files.Delete(FileName));

    /// <summary>Writes from now on, or no more. What is in it stays.</summary>
    public Task<KeepingFault?> SwitchAsync(bool on) => UnderLockAsync(() =>
    {
        if (on)
        {
            files.Delete(OffName);
        }
        else
        {
            files.Replace(OffName, []);
        }
    });

    private async Task<KeepingFault?> UnderLockAsync(Action work)
    {
        try
        {
            using var held = await files.LockAsync();
            work();
            return null;
        }
        catch (Exception exception) when (KeepingFaults.IsOfFiles(exception))
        {
            return KeepingFaults.Of(exception);
        }
    }
}
