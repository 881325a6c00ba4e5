using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>No bytes cost a parser of the card's files more than 64 steps each, and none make it throw.</summary>
[Trait("Group", TestGroup.Card)]
public class ParserWorkTests(ITestOutputHelper output)
{
    private const int StepsPerByte = 64;
    private const int Mutations = 4000;

    private delegate bool Parser(ReadOnlyMemory<byte> file, ref int steps);

    public static TheoryData<string> Parsers => [.. All.Keys];

    private static Dictionary<string, (Parser Parse, byte[] Seed)> All => new()
    {
        ["TLV"] = ((ReadOnlyMemory<byte> file, ref int steps) => TlvFile.TryParse(file, out _, ref steps), Fields.Identity.Set(0x07, new string('x', 600)).Bytes(20)),
        ["identity"] = ((ReadOnlyMemory<byte> file, ref int steps) => Identity.TryParse(file, out _, ref steps), Fields.Identity.Set(0x12, "01").Set(0x1A, new byte[48]).Bytes()),
        ["address"] = ((ReadOnlyMemory<byte> file, ref int steps) => Address.TryParse(file, out _, ref steps), Fields.Address.Bytes(80)),
        ["token info"] = ((ReadOnlyMemory<byte> file, ref int steps) => TokenInfo.TryParse(file, out _, ref steps), Convert.FromHexString(Pkcs15Tests.TokenInfo17)),
        ["object directory"] = ((ReadOnlyMemory<byte> file, ref int steps) => ObjectDirectoryEntry.TryParse(file, out _, ref steps), Convert.FromHexString(Pkcs15Tests.Objects)),
        ["PINs"] = ((ReadOnlyMemory<byte> file, ref int steps) => PinObject.TryParse(file, out _, ref steps), Convert.FromHexString(Pkcs15Tests.Pins)),
        ["private keys"] = ((ReadOnlyMemory<byte> file, ref int steps) => PrivateKeyObject.TryParse(file, out _, ref steps), Convert.FromHexString(Pkcs15Tests.EcKeys)),
        ["certificates"] = ((ReadOnlyMemory<byte> file, ref int steps) => CertificateObject.TryParse(file, out _, ref steps), Convert.FromHexString(Pkcs15Tests.Certificates18)),
    };

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Work_is_bounded_by_the_input(string name)
    {
        var (parse, seed) = All[name];
        Assert.True(Try(parse, seed) > 0);
        var most = 0.0;
        foreach (var file in Inputs(seed))
        {
            var steps = Try(parse, file);
            most = Math.Max(most, (double)steps / (file.Length + 1));
            Assert.True(steps <= StepsPerByte * (file.Length + 1), $"{name}: {steps} steps for {Convert.ToHexString(file)}");
        }

        Figures.Add($"parser of {name}, steps per byte at most", most);
    }

    private static int Try(Parser parse, byte[] file)
    {
        var steps = 0;
        _ = parse(file, ref steps);
        return steps;
    }

    private IEnumerable<byte[]> Inputs(byte[] file)
    {
        for (var length = 0; length <= file.Length; length++)
        {
            yield return file[..length];
        }

        yield return [.. file, .. file];
        yield return [.. file, .. new byte[10_000]];
        yield return [.. Enumerable.Repeat((byte)0xFF, 4096)];
        yield return [.. Enumerable.Range(0, 4096).Select(i => (byte)(i % 2 == 0 ? 1 + (i / 2 % 255) : 0))];
        yield return [.. Enumerable.Repeat((byte)0x30, 4096)];
        yield return [.. Enumerable.Range(0, 2048).SelectMany(_ => (byte[])[0x30, 0x00])];
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
#pragma warning disable CA5394 // Random inputs of a test, by a seed that can be used again.
        var random = new Random(seed);
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var mutated = file.ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(mutated.Count);
                switch (random.Next(4))
                {
                    case 0: mutated[at] ^= (byte)(1 << random.Next(8)); break;
                    case 1: mutated[at] = (byte)random.Next(256); break;
                    case 2: mutated.Insert(at, (byte)random.Next(256)); break;
                    default: mutated.RemoveAt(at); break;
                }
            }

            yield return [.. mutated];
        }
#pragma warning restore CA5394
    }
}
