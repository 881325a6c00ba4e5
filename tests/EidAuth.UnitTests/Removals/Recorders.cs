using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace EidAuth.UnitTests.Removals;

/// <summary>Diaries that end with their test.</summary>
internal static class Recorders
{
    public static LoginRecorder Of(IKeptFiles files, TimeProvider clock) => new(new DiaryBook(files), new SiteBook(files), clock, NullLogger<LoginRecorder>.Instance);
}
