using EidAuth.Testing;
using EidAuth.UnitTests.Faults;
using Xunit;

[assembly: AssemblyFixture(typeof(FaultCount))]

namespace EidAuth.UnitTests.Faults;

/// <summary>Counts the cases of all fault matrices of a run, and says so at its end.</summary>
public sealed class FaultCount : IDisposable
{
    private static int cases;

    /// <summary>So many cases were run.</summary>
    internal static void Add(int count) => Interlocked.Add(ref cases, count);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (cases > 0)
        {
            Figures.Add("fault matrix, cases", cases);
        }
    }
}
