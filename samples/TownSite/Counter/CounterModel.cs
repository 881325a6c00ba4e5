using Microsoft.EntityFrameworkCore;

namespace TownSite.Counter;

/// <summary>What the e-counter keeps.</summary>
internal static class CounterModel
{
    public static void Configure(ModelBuilder builder)
    {
    }
}
