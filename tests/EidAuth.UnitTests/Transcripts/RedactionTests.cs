using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

[Trait("Group", TestGroup.Card)]
public sealed class RedactionTests
{
    [Theory]
    [InlineData("1.7", false)]
    [InlineData("1.8", false)]
    [InlineData("1.7", true)]
    [InlineData("1.8", true)]
    public void Nothing_of_a_card_that_was_used_to_its_end_is_in_the_text(string applet, bool resolves)
    {
        var canary = CanaryCitizen.Draw(applet);
        var reader = RecordedCards.ReaderWith(canary.Citizen, resolves);
        var recording = new RecordingHandle(reader.Connect(reader.Name));
        var secrets = new List<Canary>(canary.Canaries);
        using (var session = BelpicSession.Open(recording))
        {
            foreach (var file in Enum.GetValues<CardFile>())
            {
                AddPieces(secrets, file, session.ReadFile(file));
            }

            var content = session.ReadContent();
            AddFields(secrets, content);
            secrets.Add(Bytes("chip number", content.ChipNumber.Span[4..]));
            secrets.Add(Canary.Text("card number", canary.Citizen.CardNumber));
            var pin = Encoding.ASCII.GetBytes(canary.Citizen.Pin);
            Assert.IsType<PinResult.Done>(session.VerifyPin(pin));
            Assert.IsType<PinResult.Done>(session.ChangePin(pin, "9876543210"u8));
            secrets.Add(Canary.Pin("9876543210"));
            Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
            Assert.IsType<LoginSignature.Completed>(session.SignLogin(new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), "9876543210"u8));
        }

        var text = recording.ToTranscript("simulated card", new DateOnly(2026, 11, 22), TranscriptExpectation.Login).ToText();

        // Answers are cut into lines: joined, no secret can hide across an end of line.
        var data = string.Concat(text.Split('\n').Where(line => line.StartsWith("< ", StringComparison.Ordinal)).Select(line => line[2..]));
        Assert.NotEmpty(CanarySearch.In(Convert.FromHexString(data), [Canary.Text("planted", "BELPIC")]));
        Assert.Empty(CanarySearch.In(text, secrets));
        Assert.Empty(CanarySearch.In(data, secrets));
        Assert.Empty(CanarySearch.In(Convert.FromHexString(data), secrets));
        Assert.DoesNotContain("9876543210", text);
    }

    [Fact]
    public void What_was_heard_is_forgotten_once_it_was_written()
    {
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-18"]);
        var recording = new RecordingHandle(reader.Connect(reader.Name));
        BelpicSession.Open(recording).Dispose();

        Assert.NotEmpty(recording.ToTranscript("simulated card", default, TranscriptExpectation.Read).Exchanges);
        Assert.Empty(recording.ToTranscript("simulated card", default, TranscriptExpectation.Read).Exchanges);
    }

    [Theory]
    [InlineData("adult-18", "1.8")]
    [InlineData("adult-17", "1.7")]
    public void Lengths_commands_status_words_and_the_photos_hash_stay(string citizen, string applet)
    {
        var reader = RecordedCards.ReaderWith(Citizen.All[citizen]);
        int[] lengths;
        using (var session = BelpicSession.Open(reader.Connect(reader.Name)))
        {
            lengths = [.. Enum.GetValues<CardFile>().Select(file => session.ReadFile(file)?.Length ?? -1)];
        }

        var transcript = CardRecorder.Record(reader.Connect(reader.Name), "simulated card", TimeProvider.System).Again();

        Assert.Equal(applet, transcript.Applet);
        Assert.Equal(TranscriptExpectation.Read, transcript.Expectation);
        using var replayed = BelpicSession.Open(new ReplayingHandle(transcript));
        Assert.Equal(lengths, Enum.GetValues<CardFile>().Select(file => replayed.ReadFile(file)?.Length ?? -1));
        var content = replayed.ReadContent();
        Assert.Equal("80010100008", content.Identity!.NationalNumber);
        Assert.True(NationalNumber.TryParse(content.Identity.NationalNumber, out _));
        Assert.Matches("^X+$", content.Identity.Surname);
        Assert.Equal(SHA256Or384(content.Photo!.Value.Span, content.Identity.PhotoHash.Length), content.Identity.PhotoHash.ToArray());
        Assert.NotNull(AuthenticationKey.FromCertificate(replayed.ReadCertificate(CertificateFile.Authentication)));
    }

    [Theory]
    [InlineData("Gemalto PC Twin Reader (7A5C0F1B) 00 00", "Gemalto PC Twin Reader 00 00")]
    [InlineData("ACS ACR38U [CCID Interface (1.0)] 01 00", "ACS ACR38U 01 00")]
    [InlineData("Reader 123456789 00 00", "Reader 00 00")]
    [InlineData("Alice's; reader\n\u202e", "Alice s reader")]
    [InlineData("(123", "unnamed")]
    public void A_reader_has_no_serial_number(string name, string expected) =>
        Assert.Equal(expected, EidAuth.Transcripts.Redaction.ReaderName.WithoutSerial(name));

    [Theory]
    [InlineData("26 AVR  1975", "01 JAN  1980")]
    [InlineData("04 MARS 1985", "01 MARS 1980")]
    [InlineData("14 JUIL 1985", "01 MARS 1980")]
    [InlineData("14 MAAR 1985", "01 MAAR 1980")]
    [InlineData("14.MÄR.1985", "01.MÄR.1980")]
    [InlineData("01.JAN.1985", "01.JAN.1980")]
    [InlineData("1931", "1980")]
    [InlineData("perhaps", "XXXXXXX")]
    public void A_birth_date_keeps_its_form(string real, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(real);

        EidAuth.Transcripts.Redaction.Synthetic.BirthDate(bytes);

        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    private static byte[] SHA256Or384(ReadOnlySpan<byte> photo, int length) => length == 32 ? SHA256.HashData(photo) : SHA384.HashData(photo);

    // Every eight bytes of a signature and of the photo. The frame of the other files stays; their fields are added whole.
    private static void AddPieces(List<Canary> secrets, CardFile file, byte[]? content)
    {
        if (content is null || file is not (CardFile.IdentitySignature or CardFile.AddressSignature or CardFile.Photo))
        {
            return;
        }

        for (var at = 0; at + 8 <= content.Length; at += 4)
        {
            var piece = content.AsSpan(at, 8);
            if (piece.ToArray().Distinct().Count() > 4)
            {
                secrets.Add(Bytes($"{file} at {at}", piece));
            }
        }
    }

    private static void AddFields(List<Canary> secrets, CardContent content)
    {
        foreach (var field in content.Identity!.Fields.Concat(content.Address!.Fields).Where(field => field.Value.Length > 4))
        {
            secrets.Add(Bytes($"field {field.Tag:X2}", field.Value.Span));
        }
    }

    private static Canary Bytes(string name, ReadOnlySpan<byte> bytes) => new(name, new Dictionary<string, byte[]>
    {
        ["bytes"] = bytes.ToArray(),
        ["hexadecimal"] = Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)),
    });
}
