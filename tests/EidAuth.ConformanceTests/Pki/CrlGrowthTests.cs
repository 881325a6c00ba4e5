using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>What a list costs as it grows. Times are printed and not judged; memory and work are.</summary>
[Trait("Group", TestGroup.Trust)]
[Collection(nameof(AloneWithMemory))]
public sealed class CrlGrowthTests
{
    private const int EntryLength = 2 + 18 + 15;

    private static readonly CrlLimits Limits = new(64 * 1024 * 1024, CrlLimits.Default.MaximumEntries);

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(1_000_000, true)]
    [InlineData(10_000, false)]
    [InlineData(1_000_000, false)]
    public async Task A_list_costs_a_few_bytes_an_entry(int count, bool isSorted)
    {
        var scenario = CrlScenario.Rsa();
        var encoded = Encode(scenario, count, isSorted);
        await ReadAsync(encoded);

        var (held, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true));
        var started = Stopwatch.GetTimestamp();
        var reading = await ReadAsync(encoded);
        var loading = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        held = GC.GetTotalMemory(forceFullCollection: true) - held;

        Assert.Null(CrlJudge.Verify(reading.List!, scenario.Proven(), scenario.Rules, out var verified));
        started = Stopwatch.GetTimestamp();
        const int looks = 20_000;
        var question = scenario.Question();
        var revoked = 0;
        for (var i = 0; i < looks; i++)
        {
            // Every second one is listed.
            var verdict = verified!.Look(question with { SerialNumber = Serial(i % 2 == 0 ? (int)((long)i * count / looks) : count + i) }, scenario.Now, scenario.Rules);
            revoked += verdict.Status == CrlStatus.Revoked ? 1 : 0;
        }

        var looking = Stopwatch.GetElapsedTime(started);
        var what = $"CRL, {count:N0} entries {(isSorted ? "in order" : "in no order")}";
        Figures.Add($"{what}, loading per entry", loading.TotalNanoseconds / count, "ns");
        Figures.Add($"{what}, memory per entry", (double)held / count, "bytes");
        Figures.Add($"{what}, allocated per entry while loading", (double)allocated / count, "bytes");
        Figures.Add($"{what}, one look", looking.TotalNanoseconds / looks, "ns");
        Figures.Add($"{what}, work per byte", (double)reading.Steps / encoded.Length, "steps");
        Assert.Equal(looks / 2, revoked);
        Assert.Equal(count, reading.List!.Entries.Count);
        Assert.InRange(verified!.Size, 21L * count, (21L * count) + 4096);
        Assert.InRange((double)held / count, 1, 24);
        Assert.InRange((double)allocated / count, 21, 110);
        Assert.InRange(reading.Steps, encoded.Length, 64L * encoded.Length);
    }

    private static async Task<CrlReading> ReadAsync(byte[] encoded)
    {
        await using var stream = new MemoryStream(encoded);
        var reading = await CrlReader.ReadAsync(stream, Limits, null, TestContext.Current.CancellationToken);
        Assert.Null(reading.Defect);
        return reading;
    }

    // Apart, so that nothing of the forging is still on the stack when memory is measured.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] Encode(CrlScenario scenario, int count, bool isSorted)
    {
        scenario.List.Entries = [Entries(count, isSorted, scenario.Now)];
        var encoded = scenario.List.Encode();
        scenario.List.Entries = [];
        return encoded;
    }

    // The entries one after the other, 35 bytes each, as the Belgian lists have them.
    private static byte[] Entries(int count, bool isSorted, DateTimeOffset since)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        if (!isSorted)
        {
#pragma warning disable CA5394 // Repeatable on purpose.
            new Random(7).Shuffle(numbers);
#pragma warning restore CA5394
        }

        var entries = new byte[count * EntryLength];
        for (var i = 0; i < count; i++)
        {
            ForgedCrl.Entry(Serial(numbers[i]), since).CopyTo(entries, i * EntryLength);
        }

        return entries;
    }

    private static byte[] Serial(int number)
    {
        var serial = new byte[16];
        serial[0] = 0x10;
        BinaryPrimitives.WriteInt32BigEndian(serial.AsSpan(8), number);
        return serial;
    }
}
