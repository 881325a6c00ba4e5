using System.IO.Compression;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Lists that come over a stream: in pieces, endless, packed.</summary>
[Trait("Group", TestGroup.Trust)]
[Collection(nameof(AloneWithMemory))]
public sealed class CrlStreamTests
{
    [Theory(DisplayName = "C12+: a list in pieces is the list")]
    [InlineData(1)]
    [InlineData(35)]
    [InlineData(4_096)]
    [InlineData(CrlReader.WindowLength - 1)]
    [InlineData(CrlReader.WindowLength)]
    [InlineData(CrlReader.WindowLength + 1)]
    public async Task A_list_in_pieces_is_the_list(int piece)
    {
        var scenario = CrlScenario.Rsa();
        scenario.List.Entries = [.. Enumerable.Range(0, 9_257).Select(i => Entry(i, scenario.Now))];
        var encoded = scenario.List.Encode();
        await using var stream = new PieceStream(encoded, piece);

        var reading = await ReadAsync(stream);

        Assert.Null(reading.Defect);
        Assert.Equal(9_257, reading.List!.Entries.Count);
        Assert.Equal(encoded.Length, reading.List.Length);
        Assert.Null(CrlJudge.Verify(reading.List, scenario.Proven(), scenario.Rules, out var verified));
        Assert.All([0, 1_800, 4_000, 9_256], i => Assert.Equal(CrlStatus.Revoked, Look(verified!, scenario, Serial(i))));
        Assert.Equal(CrlStatus.NotListed, Look(verified!, scenario, Serial(9_257)));
        Assert.Equal(encoded.Length, stream.Taken);
    }

    [Fact(DisplayName = "C12: a list cut off at any place is never a list")]
    public async Task A_list_cut_off_at_any_place_is_never_a_list()
    {
        var scenario = CrlScenario.Ec();
        scenario.Listing(ForgedCrl.Reason(6));
        var encoded = scenario.List.Encode();

        for (var length = 0; length < encoded.Length; length++)
        {
            await using var stream = new PieceStream(encoded[..length], 100);

            Assert.Equal(CrlDefect.Truncated, (await ReadAsync(stream)).Defect);
            Assert.Equal(CrlDefect.Truncated, CrlReader.Read(encoded.AsMemory(0, length), CrlLimits.Default).Defect);
        }
    }

    [Fact(DisplayName = "C12: 200 MB after the list are not read")]
    public async Task What_follows_the_list_is_not_read()
    {
        var encoded = CrlScenario.Ec().List.Encode();
        await using var stream = new PieceStream(encoded, 10_000) { ZerosAfter = 200_000_000 };

        var reading = await ReadAsync(stream);

        Assert.Equal(CrlDefect.TrailingBytes, reading.Defect);
        Assert.InRange(stream.Taken, encoded.Length, CrlReader.WindowLength);
    }

    [Fact(DisplayName = "C12: a stated length of 200 MB is refused at its head")]
    public async Task A_stated_length_of_200_MB_is_refused_at_its_head()
    {
        await using var stream = new PieceStream([0x30, 0x84, 0x0B, 0xEB, 0xC2, 0x00], 10_000) { ZerosAfter = 200_000_000 };

        var reading = await ReadAsync(stream);

        Assert.Equal(CrlDefect.TooLarge, reading.Defect);
        Assert.InRange(stream.Taken, 6, CrlReader.WindowLength);
    }

    [Fact(DisplayName = "C12: 200 MB of zeros are refused at the first byte")]
    public async Task Zeros_are_refused_at_the_first_byte()
    {
        await using var stream = new PieceStream([], 10_000) { ZerosAfter = 200_000_000 };

        Assert.Equal(CrlDefect.Malformed, (await ReadAsync(stream)).Defect);
        Assert.InRange(stream.Taken, 1, CrlReader.WindowLength);
    }

    [Fact(DisplayName = "C12: what a compressed bomb unpacks to is read no further than its head")]
    public async Task A_bomb_is_read_no_further_than_its_head()
    {
        using var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await pack.WriteAsync(new byte[] { 0x30, 0x84, 0x0B, 0xEB, 0xC2, 0x00 }, TestContext.Current.CancellationToken);
            await pack.WriteAsync(new byte[50_000_000], TestContext.Current.CancellationToken);
        }

        packed.Position = 0;
        Assert.Equal(CrlDefect.Malformed, (await ReadAsync(packed)).Defect);
        packed.Position = 0;
        await using var bomb = new GZipStream(packed, CompressionMode.Decompress);

        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(CrlDefect.TooLarge, (await ReadAsync(bomb)).Defect);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 2_000_000);
    }

    [Fact(DisplayName = "C12: a list that claims many entries and brings none takes no memory for them")]
    public async Task A_claim_takes_no_memory()
    {
        // 32 MB that are stated, with a head that is right and entries that never come.
        var scenario = CrlScenario.Ec();
        scenario.List.Entries = [new byte[30_000_000]];
        var head = scenario.List.Encode()[..200];
        await using var stream = new PieceStream(head, 200);

        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(CrlDefect.Truncated, (await ReadAsync(stream)).Defect);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 2_000_000);
    }

    [Fact]
    public async Task A_stream_that_fails_says_so_itself()
    {
        await using var stream = new PieceStream(CrlScenario.Ec().List.Encode()[..50], 10) { FailsAtEnd = true };

        await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream));
    }

    [Fact]
    public void Every_defect_is_expected_by_a_case()
    {
        var missing = Enum.GetValues<CrlDefect>().Except(CrlCaseTests.Cases.Where(item => item.Defect is not null).Select(item => item.Defect!.Value));

        // These two are the store's: CrlStoreTests has their cases.
        Assert.Equal([CrlDefect.RolledBack, CrlDefect.Absent], missing);
    }

    private static Task<CrlReading> ReadAsync(Stream stream) => CrlReader.ReadAsync(stream, CrlLimits.Default, null, TestContext.Current.CancellationToken);

    private static CrlStatus Look(VerifiedList list, CrlScenario scenario, byte[] serialNumber) =>
        list.Look(scenario.Question() with { SerialNumber = serialNumber }, scenario.Now, scenario.Rules).Status;

    // Neither rising nor falling.
    private static byte[] Serial(int i) => [0x10, (byte)(i * 7), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(i >> 8), (byte)i];

    private static byte[] Entry(int i, DateTimeOffset since) => i % 11 == 0 ? ForgedCrl.Entry(Serial(i), since, ForgedCrl.Reason(1)) : ForgedCrl.Entry(Serial(i), since);
}
