using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Simulator.Cards;
using EidAuth.Testing.Mutations;
using EidAuth.Transcripts;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>
/// What is tried, each with the good inputs that are damaged. These are made of literal values, so that a seed means the same inputs on every machine; what must
/// hold of any input is asserted where it is parsed.
/// </summary>
internal static class MutationTargets
{
    private static readonly byte[] ChipNumber = Hex("534C4790000102030405060708090A0B");

    private static readonly CardProfile[] Generations = [.. CardProfile.All.Values.OrderBy(profile => profile.Id, StringComparer.Ordinal)];

    // The card's side of it: a card of the tests must survive what a client under test may send.
    private static readonly Lazy<SimulatedCard> Card = new(() => CardTalk.Issue("adult-18"));

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("response APDU", [Hex("9000"), Hex("6C1C"), Hex("63C2"), Hex("00010203040506076110"), [.. new byte[256], 0x90, 0x00]], Pieces.None, ReadResponse),
        new("command exchange", Conversations.Exchange, Conversations.Frames, Conversations.RunExchange),
        new("command APDU", Commands(), Pieces.Command, TellCard),
        new("card data", [CardDataOf("1.7"), CardDataOf("1.8")], Pieces.None, ReadCardData),
        new("file fields", [.. IdentityFiles(), .. AddressFiles()], Pieces.Fields, ReadFields),
        new("identity file", IdentityFiles(), Pieces.Fields, ReadIdentity),
        new("address file", AddressFiles(), Pieces.Fields, ReadAddress),
        new("certificate file", CertificateFiles(), Pieces.Der, HostileCard.ReadCertificate),
        new("pin pad features", [Hex("060442000DB2"), Hex("010442000DB3020442000DB4060442000DB2070442000DB5"), []], Pieces.Der, HostileCard.DiscoverPinPad),
        new("object directory", [Hex(Pkcs15Files.Objects)], Pieces.Der, input => Read<IReadOnlyList<ObjectDirectoryEntry>>(input, ObjectDirectoryEntry.TryParse)),
        new("PIN objects", [Hex(Pkcs15Files.AuthenticationObjects)], Pieces.Der, input => Read<IReadOnlyList<PinObject>>(input, PinObject.TryParse)),
        new("private keys", [.. Generations.Select(Pkcs15Files.PrivateKeyObjects).Select(Hex)], Pieces.Der, input => Read<IReadOnlyList<PrivateKeyObject>>(input, PrivateKeyObject.TryParse)),
        new("certificate objects", [.. Generations.Select(profile => Hex(Pkcs15Files.CertificateObjects(profile, true, true)))], Pieces.Der, input => Read<IReadOnlyList<CertificateObject>>(input, CertificateObject.TryParse)),
        new("token info", [.. Generations.Select(generation => Pkcs15Files.TokenInfo(generation, ChipNumber))], Pieces.Der, input => Read<TokenInfo>(input, TokenInfo.TryParse)),
        new("transcript", Transcripts(), Pieces.Lines, ReadTranscript),
        new("whole session", HostileSession.Recorded, Conversations.Frames, HostileSession.Run) { Share = 0.1 },
    ];

    public static TheoryData<string> Names => [.. All.Select(target => target.Name)];

    public static MutationTarget Of(string name) => All.Single(target => target.Name == name);

    private static Parsed ReadResponse(byte[] input)
    {
        var accepted = ResponseApdu.TryParse(input, out var response);
        Assert.Equal(input.Length >= 2, accepted);
        if (accepted)
        {
            Assert.True(response.Data.SequenceEqual(input.AsSpan(0, input.Length - 2)));
            Assert.Equal(response.StatusWord.ToString(), Convert.ToHexString(input.AsSpan(input.Length - 2)));
        }

        return new(accepted, 1);
    }

    private static Parsed TellCard(byte[] input)
    {
        var accepted = IncomingCommand.TryParse(input, out var command);
        if (accepted)
        {
            // No Le after data on T=0: a command is either.
            Assert.False(command.TryGetLe(out var le) && command.TryGetData(out var data) && data.Length > 0);
            Assert.InRange(le, 1, 256);
        }

        var answer = Card.Value.Transmit(input);
        Assert.InRange(answer.Length, 2, 258);
        Assert.InRange(Card.Value.TriesLeft, 0, 3);
        return new(accepted, 1);
    }

    private static Parsed ReadCardData(byte[] input)
    {
        var accepted = CardData.TryParse(input, out var data);
        Assert.Equal(accepted, data is not null);
        if (data is not null)
        {
            Assert.Equal(input[..16], data.ChipNumber.ToArray());
            Assert.True(Enum.IsDefined(data.Applet));
        }

        return new(accepted, 1);
    }

    private static Parsed ReadFields(byte[] input)
    {
        var steps = 0;
        var accepted = TlvFile.TryParse(input, out var file, ref steps);
        Assert.Equal(accepted, file is not null);

        // Written again they are the file, whatever form its lengths had.
        Assert.True(file is null || file.Fields.Sum(field => 2 + (field.Value.Length / 255) + field.Value.Length) <= input.Length);
        return new(accepted, steps);
    }

    private static Parsed ReadIdentity(byte[] input)
    {
        var steps = 0;
        var accepted = Identity.TryParse(input, out var identity, ref steps);
        Assert.Equal(accepted, identity is not null);
        if (identity is not null)
        {
            Assert.True(identity.Raw.Span.SequenceEqual(input));
            AssertReadable(identity);
            Assert.Equal(11, identity.NationalNumber.Length);
        }

        return new(accepted, steps);
    }

    private static Parsed ReadAddress(byte[] input)
    {
        var steps = 0;
        var accepted = Address.TryParse(input, out var address, ref steps);
        Assert.Equal(accepted, address is not null);
        if (address is not null)
        {
            Assert.True(address.Raw.Span.SequenceEqual(input));
            AssertReadable(address);
        }

        return new(accepted, steps);
    }

    private delegate bool TryParse<T>(ReadOnlyMemory<byte> file, out T? parsed, ref int steps)
        where T : class;

    // A PKCS#15 file: each of its objects can be looked at without a throw.
    private static Parsed Read<T>(byte[] input, TryParse<T> parse)
        where T : class
    {
        var steps = 0;
        var accepted = parse(input, out var parsed, ref steps);
        Assert.Equal(accepted, parsed is not null);
        foreach (var one in parsed as IEnumerable<object> ?? (parsed is null ? [] : [parsed]))
        {
            foreach (var member in one.GetType().GetProperties())
            {
                _ = member.GetValue(one);
            }
        }

        return new(accepted, steps);
    }

    private static Parsed ReadTranscript(byte[] input)
    {
        var accepted = Transcript.TryParse(input, out var transcript, out var error, out var steps);
        Assert.Equal(accepted, transcript is not null);
        Assert.Equal(accepted, error.Fault == TranscriptFault.None);
        if (transcript is not null)
        {
            // What was understood is written so that it is understood again.
            var text = Encoding.UTF8.GetBytes(transcript.ToText());
            Assert.True(Transcript.TryParse(text, out var again, out _));
            Assert.Equal(transcript.ToText(), again!.ToText());
        }

        return new(accepted, steps);
    }

    // Members are computed from hostile bytes too; and none may be the key to what it does not show.
    private static void AssertReadable(object record)
    {
        foreach (var member in record.GetType().GetProperties())
        {
            _ = member.GetValue(record);
        }

        Assert.Equal(record.GetType().Name, record.ToString());
    }

    private static List<byte[]> IdentityFiles() =>
    [
        .. Citizen.All.Values.OrderBy(citizen => citizen.Id, StringComparer.Ordinal).Select(citizen =>
            IdentityFile.Identity(citizen, ChipNumber, new CardValidity(new DateOnly(2025, 3, 2), new DateOnly(2035, 3, 2)), new byte[48], citizen.Applet == "1.8" ? new byte[48] : null, false)),
    ];

    private static List<byte[]> AddressFiles() =>
        [.. Citizen.All.Values.OrderBy(citizen => citizen.Id, StringComparer.Ordinal).Select(citizen => IdentityFile.Address(citizen.Address, 121, false))];

    private static List<byte[]> Commands() =>
    [
        Hex("00A4080C063F00DF014031"), Hex("00B0000000"), Hex("00B00100B0"), Hex("80B2011A00"), Hex("80E400001C"), Hex("80E400011F"), Hex("00C0000060"),
        Hex("0020000108241234FFFFFFFFFF"), Hex("0024000110241234FFFFFFFFFF244321FFFFFFFFFF"), Hex("002241B6050480408482"), Hex("002241B6050480408483"),
        Hex(CardTalk.Sign18), Hex("8088028132" + "9430" + new string('7', 96)), Hex("80E6000000"), Hex("0084000008"),
    ];

    private static byte[] CardDataOf(string profile) => [.. ChipNumber, .. Hex(CardProfile.All[profile].CardDataTail.Value)];

    private static List<byte[]> CertificateFiles()
    {
        static byte[] Certificate(int length, int padding) =>
            [0x30, 0x82, (byte)(length >> 8), (byte)length, .. Enumerable.Range(0, length).Select(i => (byte)i), .. new byte[padding]];

        return [Certificate(900, 50), Certificate(1061, 0), Certificate(252, 4), Certificate(1020, 1100), new byte[1300]];
    }

    private static List<byte[]> Transcripts() =>
    [
        [
            .. "EidAuth card transcript 1\nsource: by hand\ndate: 2026-03-02\nreader: Reader 00 00\napplet: 1.8\natr: 3B7F96000080318065B085040120120FFF829000\n"u8,
            .. "expect: read\nnote: a note\n\n> 80E400011F  ; GET CARD DATA\n< 534C4790000102030405060708090A0B\n< F336012201180001000002 0F\n= 9000\n\n"u8,
            .. "# a comment\n> 0020000108 ................\n= 63C2 ; wrong\n> 00B0000000\n= 6CB0\n> 80E6000000\n! Removed\n"u8,
        ],
        [
            .. "EidAuth card transcript 1\r\nsource: x\r\ndate: 2026-03-02\r\nreader: none\r\natr: 3B9813400AA503010101AD1311\r\nexpect: not-activated\r\n\r\n"u8,
            .. "> 00A4080C063F00DF014031\r\n= 6283\r\n"u8,
        ],
    ];

    private static byte[] Hex(string text) => Convert.FromHexString(text);

}
