using EidAuth.Belpic;
using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>How many commands a read takes on a simulated card.</summary>
[Trait("Group", TestGroup.Card)]
public class ReadCountTests
{
    private const int Budget = 19;

    [Theory]
    [InlineData("adult-18", "1.8")]
    [InlineData("adult-17", "1.7")]
    public void Identity_address_and_photo_are_within_the_budget(string citizen, string applet)
    {
        using var bench = new CardBench(citizen);
        using var session = bench.Open();
        var commands = bench.During(() => session.ReadContent(CardParts.Holder));

        // Three SELECT, 6C and again for the identity, the address at once, the photo in chunks with 6C and again for the last.
        var photo = session.ReadFile(CardFile.Photo)!.Length;
        Assert.Equal(3 + 2 + 1 + (photo / 256) + 2, commands.Count);
        Assert.InRange(commands.Count + 1, 1, Budget);
        Figures.Add($"identity, address and photo, applet {applet}, APDUs with GET CARD DATA", commands.Count + 1);
        Assert.Equal(2, commands.Count(command => command.StartsWith("00A4080C", StringComparison.Ordinal)));
        Assert.Equal(1, commands.Count(command => command.StartsWith("00A4020C", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("adult-18", "1.8", 0)]
    [InlineData("adult-17", "1.7", 1)]
    public void A_reader_that_resolves_6c_itself_saves_the_commands_after_it(string citizen, string applet, int secondLook)
    {
        using var bench = new CardBench(citizen);
        using var session = bench.Open();
        bench.Card.Plan(new PlannedFault(FaultKind.ReaderResolves, 1));
        var commands = bench.During(() => session.ReadContent(CardParts.Holder));
        var photo = session.ReadFile(CardFile.Photo)!.Length;
        Assert.Equal(3 + 1 + secondLook + 1 + (photo / 256) + 1, commands.Count);
        Assert.InRange(commands.Count, 1, Budget - 2);
        Figures.Add($"identity, address and photo, applet {applet}, reader that resolves 6C, APDUs with GET CARD DATA", commands.Count + 1);
    }

    [Theory]
    [InlineData("adult-18", "1.8")]
    [InlineData("adult-17", "1.7")]
    public void The_proof_takes_a_select_and_the_bytes_it_needs(string citizen, string applet)
    {
        using var bench = new CardBench(citizen);
        using var session = bench.Open();
        var holder = bench.During(() => session.ReadContent(CardParts.Holder)).Count;
        CardContent? content = null;
        var proven = bench.During(() => content = session.ReadContent()).Count;
        static int Chunks(ReadOnlyMemory<byte>? file) => file is { } bytes ? 1 + ((bytes.Length + 255) / 256) : 0;
        var certificates = Chunks(content!.NationalRegisterCertificate) + Chunks(content.RootCertificate) + Chunks(content.AuthenticationCertificate);
        Assert.Equal(holder + 2 + 2 + (content.BasicKey is null ? 0 : 2) + certificates, proven);
        Figures.Add($"identity, address, photo and proof, applet {applet}, APDUs with GET CARD DATA", proven + 1);
    }

    [Theory]
    [InlineData(CardParts.None, 0)]
    [InlineData(CardParts.Identity, 3)]
    [InlineData(CardParts.Address, 2)]
    [InlineData(CardParts.Identity | CardParts.Address, 5)]
    public void What_is_not_asked_for_is_not_read(CardParts parts, int commands)
    {
        using var bench = new CardBench("adult-18");
        using var session = bench.Open();
        CardContent? content = null;
        Assert.Equal(commands, bench.During(() => content = session.ReadContent(parts)).Count);
        Assert.Equal(parts.HasFlag(CardParts.Identity), content!.Identity is not null);
        Assert.Equal(parts.HasFlag(CardParts.Address), content.Address is not null);
        Assert.Null(content.Photo ?? content.IdentitySignature ?? content.AddressSignature ?? content.BasicKey);
        Assert.Null(content.NationalRegisterCertificate ?? content.RootCertificate ?? content.AuthenticationCertificate);
    }

    [Fact]
    public void The_proof_of_a_photo_brings_the_identity_with_its_hash()
    {
        using var bench = new CardBench("adult-18");
        using var session = bench.Open();
        var content = session.ReadContent(CardParts.Photo | CardParts.Proof);
        Assert.NotNull(content.Identity);
        Assert.NotNull(content.IdentitySignature);
        Assert.Null(content.Address);
        Assert.Null(content.AddressSignature);
    }

    [Theory]
    [InlineData("adult-18", 2)]
    [InlineData("adult-17", 3)]
    public void One_field_costs_no_file_on_1_8(string citizen, int commands)
    {
        using var bench = new CardBench(citizen);
        using var session = bench.Open();
        ReadOnlyMemory<byte>? name = null;
        Assert.Equal(commands, bench.During(() => name = session.ReadField(CardFile.Identity, 0x07)).Count);
        Assert.Equal(session.ReadContent(CardParts.Identity).Identity!.Fields.Single(field => field.Tag == 0x07).Value.ToArray(), name!.Value.ToArray());
        Assert.Null(session.ReadField(CardFile.Identity, 0x77));
        Assert.NotNull(session.ReadField(CardFile.Address, 0x03));
        Figures.Add($"one field, applet {session.Applet}, APDUs", commands);
    }
}
