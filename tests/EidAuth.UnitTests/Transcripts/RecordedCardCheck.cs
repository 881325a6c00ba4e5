using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

/// <summary>Plays a transcript to the library and holds the outcome against its head.</summary>
internal static class RecordedCardCheck
{
    // What the recorder puts in place of every national number.
    private const string SyntheticNumber = "80010100008";

    internal static void ComesToItsExpectation(Transcript transcript)
    {
        var card = new ReplayingHandle(transcript);
        switch (transcript.Expectation)
        {
            case TranscriptExpectation.NotBelgian:
                Assert.Equal(CardFault.NotBelgian, Assert.Throws<CardException>(() => BelpicSession.Open(card)).Fault);
                Assert.Empty(card.Instructions);
                break;
            case TranscriptExpectation.NotActivated:
                Assert.Equal(CardFault.NotActivated, Assert.Throws<CardException>(() => Read(card)).Fault);
                break;
            case TranscriptExpectation.Login:
                AssertLogsInUpToVerify(card);
                break;
            default:
                var hasCertificate = AssertIsRead(card, transcript.Applet);
                Assert.Equal(transcript.Expectation == TranscriptExpectation.Read, hasCertificate);
                break;
        }
    }

    private static CardContent Read(ReplayingHandle card)
    {
        using var session = BelpicSession.Open(card);
        return session.ReadContent(CardParts.Holder);
    }

    private static bool AssertIsRead(ReplayingHandle card, string? applet)
    {
        using var session = BelpicSession.Open(card);
        var content = session.ReadContent(CardParts.Holder);
        Assert.Equal(applet is "1.0" or "1.1" ? AppletVersion.V11 : applet == "1.7" ? AppletVersion.V17 : AppletVersion.V18, session.Applet);
        Assert.Equal(SyntheticNumber, content.Identity!.NationalNumber);
        Assert.DoesNotContain(content.Identity.Surname + content.Identity.GivenNames + content.Address!.Street, letter => letter is not ('X' or ' '));
        Assert.Equal(content.ChipNumber.ToArray(), content.Identity.ChipNumber.ToArray());
        Assert.Equal(content.Identity.PhotoHash.ToArray(), Hash(content.Photo!.Value.Span, content.Identity.PhotoHash.Length));
        return session.ReadCertificate(CertificateFile.Authentication) is not null;
    }

    private static void AssertLogsInUpToVerify(ReplayingHandle card)
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        using (var session = BelpicSession.Open(card))
        {
            var tries = session.ReadTriesLeft();

            // The signature was never written down: what the card answers instead is not its certificate's.
            var exception = Assert.Throws<CardException>(
                () => session.SignLogin(new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), "4711"u8, tries));
            Assert.Equal(CardFault.Protocol, exception.Fault);
        }

        var verify = card.Instructions.ToList().LastIndexOf(0x20);
        Assert.Contains((byte)0x22, card.Instructions.Take(verify));
        Assert.Contains((byte)0xE6, card.Instructions.Skip(verify));
    }

    private static byte[] Hash(ReadOnlySpan<byte> photo, int length) => length switch
    {
#pragma warning disable RS0030, CA5350 // SHA-1 identifies: the card's own choice for its photo up to 1.1.
        SHA1.HashSizeInBytes => SHA1.HashData(photo),
#pragma warning restore RS0030, CA5350
        SHA256.HashSizeInBytes => SHA256.HashData(photo),
        _ => SHA384.HashData(photo),
    };
}
