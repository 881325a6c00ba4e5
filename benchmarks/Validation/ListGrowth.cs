using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>Revocation lists of 10,000 and 1,000,000 entries in no order: reading beside one SHA-256 over the same bytes, memory, and looking.</summary>
internal static class ListGrowth
{
    private const int EntryLength = 2 + 18 + 15;

    private static readonly CrlLimits Limits = new(64 * 1024 * 1024, CrlLimits.Default.MaximumEntries);

    public static IEnumerable<ValidationFigure> Measure()
    {
        var pki = new MeasuredPki(MeasuredKeys.Rs256());
        var authority = pki.Authority(1);
        _ = Certificate.TryRead(authority.Encoded, out var certificate);
        var proven = new CertificateAuthority(certificate!, VerificationKey.Of(certificate!)!);
        var small = Encode(authority, 10_000);
        var large = Encode(authority, 1_000_000);
        var ratios = new List<double>();
        foreach (var (size, encoded, repetitions) in new[] { (10_000, small, 8), (1_000_000, large, 1) })
        {
            var read = Rivals.Measure(repetitions, () => { }, _ => Read(encoded), _ => SHA256.HashData(encoded), double.MaxValue, rounds: size > 100_000 ? 9 : 60);
            ratios.Add(read.Ratio.Median);
            yield return new ValidationFigure(Name("CRL, reading over hashing", size), read.Ratio.Median, "×")
            {
                AtMost = 15,
                Note = string.Create(CultureInfo.InvariantCulture, $"({read.Ratio.Low:0.00} – {read.Ratio.High:0.00}) {read.Nanoseconds / size:0} over {read.FloorNanoseconds / size:0} ns an entry"),
            };
            yield return new ValidationFigure(Name("CRL, memory", size), Memory(encoded) / size, "B each") { AtMost = 24 };
        }

        yield return new ValidationFigure("CRL, reading an entry of 1,000,000 over one of 10,000", ratios[1] / ratios[0], "×") { AtMost = 1.5 };

        var (held, heldLarge) = (Verify(small, proven), Verify(large, proven));
        foreach (var figure in Growth.Measure("CRL, one look", "entries", 20_000, null, (10_000, i => Look(held, authority, i)), (1_000_000, i => Look(heldLarge, authority, i))))
        {
            yield return figure;
        }
    }

    private static string Name(string what, int size) => string.Create(CultureInfo.InvariantCulture, $"{what}, {size:#,0} entries");

    private static CertificateList Read(byte[] encoded) => CrlReader.Read(encoded, Limits).List!;

    private static VerifiedList Verify(byte[] encoded, CertificateAuthority authority) =>
        CrlJudge.Verify(Read(encoded), authority, CrlRules.ForHolder, out var verified) is null ? verified! : throw new InvalidOperationException("The list does not hold.");

    // Every second one is listed in the large list; all are looked for all over it.
    private static void Look(VerifiedList list, ForgedCertificate authority, int number)
    {
        var subject = new CrlSubject(authority.Subject, Serial((int)((uint)(number * 2654435761L) % 2_000_000)), false, default);
        if (list.Look(subject, MeasuredPki.Now, CrlRules.ForHolder).Status == CrlStatus.Undecided)
        {
            throw new InvalidOperationException("The list does not count.");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Memory(byte[] encoded)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var list = Read(encoded);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(list);
        return after - before;
    }

    private static byte[] Encode(ForgedCertificate authority, int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
#pragma warning disable CA5394 // Repeatable on purpose.
        new Random(7).Shuffle(numbers);
#pragma warning restore CA5394
        var entries = new byte[count * EntryLength];
        for (var i = 0; i < count; i++)
        {
            ForgedCrl.Entry(Serial(numbers[i]), MeasuredPki.Now.AddDays(-1)).CopyTo(entries, i * EntryLength);
        }

        var list = ForgedCrl.Of(authority, MeasuredPki.Now);
        list.Entries = [entries];
        return list.Encode();
    }

    private static byte[] Serial(int number)
    {
        var serial = new byte[16];
        serial[0] = 0x10;
        BinaryPrimitives.WriteInt32BigEndian(serial.AsSpan(8), number);
        return serial;
    }
}
