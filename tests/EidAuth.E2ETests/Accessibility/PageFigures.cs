using EidAuth.Testing;

namespace EidAuth.E2ETests.Accessibility;

/// <summary>Counts over the whole run what was looked at; written down when the last test has ended.</summary>
public sealed class PageFigures : IDisposable
{
    private static int judged;
    private static int serious;
    private static int lesser;
    private static int pictures;

    internal static void Judged(int seriousViolations, int lesserViolations)
    {
        Interlocked.Increment(ref judged);
        Interlocked.Add(ref serious, seriousViolations);
        Interlocked.Add(ref lesser, lesserViolations);
    }

    internal static void Pictured() => Interlocked.Increment(ref pictures);

    public void Dispose()
    {
        if (judged > 0)
        {
            Figures.Add("pages judged by axe-core", judged);
            Figures.Add("pages judged by axe-core, serious violations", serious);
            Figures.Add("pages judged by axe-core, lesser violations", lesser);
        }

        if (pictures > 0)
        {
            Figures.Add("pictures of pages taken", pictures);
        }
    }
}
