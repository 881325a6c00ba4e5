using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Keys;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>INTERNAL AUTHENTICATE: the chip's own key against copies of its files.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ChipProofTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TrustAnchors anchors;

    public ChipProofTests()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        anchors = TrustAnchors.FromTestFolder(pki.AnchorsFolder);
    }

    [Fact]
    public void A_1_8_card_answers_a_fresh_challenge_with_the_key_of_its_identity()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        var reading = bench.Session.ReadAndJudge(anchors, Now);
        Assert.True(reading.Proof.IsGenuine);
        Assert.DoesNotContain(bench.Card.Transcript, IsChallenge);
        Assert.Equal(ChipProof.Genuine, bench.Session.ProveCard(reading));
        Assert.Equal(ChipProof.Genuine, bench.Session.ProveCard(reading));
        var challenges = bench.Card.Transcript.Where(IsChallenge).ToArray();
        Assert.All(challenges, challenge => Assert.StartsWith("00880281329430", challenge, StringComparison.Ordinal));
        Assert.Equal(2, challenges.Distinct().Count());
        Assert.Equal(4998, bench.Card.InternalAuthenticationsLeft);
    }

    [Fact]
    public void A_1_7_card_has_no_key_to_challenge()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins());
        var reading = bench.Session.ReadAndJudge(anchors, Now);
        Assert.True(reading.Proof.IsGenuine);
        Assert.Equal(ChipProof.NotSupported, bench.Session.ProveCard(reading));
        Assert.DoesNotContain(bench.Card.Transcript, IsChallenge);
    }

    [Fact]
    public void A_chip_that_answered_5000_times_wants_a_pin_first()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        var reading = bench.Session.ReadAndJudge(anchors, Now);
        bench.Card.InternalAuthenticationsLeft = 0;
        Assert.Equal(ChipProof.Blocked, bench.Session.ProveCard(reading));
        Assert.Equal(new PinResult.Done(), bench.Session.VerifyPin("1234"u8));
        Assert.Equal(ChipProof.Genuine, bench.Session.ProveCard(reading));
    }

    [Fact]
    public void A_signature_right_after_a_challenge_is_no_trouble()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins("1234", "1234"));
        var reading = bench.Session.ReadAndJudge(anchors, Now);
        CardSigningFailureTests.Sign(bench);
        Assert.Equal(ChipProof.Genuine, bench.Session.ProveCard(reading));
        CardSigningFailureTests.Sign(bench);
    }

    [Fact]
    public void An_unproven_identity_is_nothing_to_hold_a_chip_against()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        Assert.Equal(ChipProof.IdentityUnproven, bench.Session.ProveCard(bench.Session.ReadAndJudge(TrustAnchors.Belgium, Now)));
        Assert.Equal(ChipProof.IdentityUnproven, bench.Session.ProveCard(bench.Session.ReadAndJudge(anchors, Now, CardParts.Address)));
        Assert.DoesNotContain(bench.Card.Transcript, IsChallenge);
    }

    [Fact]
    public void What_was_read_from_another_card_is_not_this_cards()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        using var other = new KeyBench(KeyBench.Adult18, new TypedPins());
        Assert.Equal(ChipProof.IdentityUnproven, bench.Session.ProveCard(other.Session.ReadAndJudge(anchors, Now)));
    }

    [Fact]
    public void A_copy_on_a_chip_with_another_key_is_told()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal(ChipProof.NotGenuine, ProveCopy(original => command => command[1] == 0x88
            ? [.. stranger.SignHash(command.AsSpan(7, 48)), 0x90, 0x00]
            : original.Transmit(command)));
    }

    [Fact]
    public void A_copy_on_a_chip_that_calls_itself_1_7_is_told_all_the_same()
    {
        Assert.Equal(ChipProof.NotGenuine, ProveCopy(original => command =>
        {
            if (command[1] == 0x88)
            {
                return [0x6D, 0x00];
            }

            var answer = original.Transmit(command);
            if (command[1] == 0xE4 && answer.Length > 28)
            {
                answer[21] = 0x17;
            }

            return answer;
        }));
    }

    [Fact]
    public void A_copy_without_the_key_file_is_told() =>
        Assert.Equal(ChipProof.NotGenuine, ProveCopy(original => command =>
            command[1] == 0xA4 && command.AsSpan().EndsWith((ReadOnlySpan<byte>)[0x40, 0x40]) ? [0x6A, 0x82] : original.Transmit(command)));

    [Fact]
    public void An_answer_that_no_manual_knows_is_a_fault()
    {
        var exception = Assert.Throws<CardException>(() => ProveCopy(original => command => command[1] == 0x88 ? [0x64, 0x00] : original.Transmit(command)));
        Assert.Equal(CardFault.Protocol, exception.Fault);
    }

    [Theory]
    [InlineData("nistP256", "00880181229420")]
    [InlineData("nistP384", "00880281329430")]
    [InlineData("nistP521", "00880481429440")]
    public void The_algorithm_and_the_hash_are_those_of_the_keys_curve(string curve, string command)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var file = key.ExportSubjectPublicKeyInfo();
        var card = ForgedCard.Ec();
        card.Fields[0x1A] = SHA384.HashData(file);
        var reading = new CardReading(card.Content() with { BasicKey = file }, card.Judge(card.Content() with { BasicKey = file }));
        Assert.True(reading.Proof.IsGenuine);

        var challenge = "";
        using var session = BelpicSession.Open(new AnsweringHandle(said =>
        {
            switch (said[1])
            {
                case 0xE4:
                    return [.. card.ChipNumber, .. Convert.FromHexString("F336012201180003002101 0F 03FFFF 9000".Replace(" ", "", StringComparison.Ordinal))];
                case 0xB0:
                    return said[4] == file.Length ? [.. file, 0x90, 0x00] : [0x6C, (byte)file.Length];
                case 0x88:
                    challenge = Convert.ToHexString(said);
                    return [.. key.SignHash(said[7..]), 0x90, 0x00];
                default:
                    return [0x90, 0x00];
            }
        }));
        Assert.Equal(ChipProof.Genuine, session.ProveCard(reading));
        Assert.StartsWith(command, challenge, StringComparison.Ordinal);
    }

    private static bool IsChallenge(string command) => command.StartsWith("0088", StringComparison.Ordinal);

    private ChipProof ProveCopy(Func<SimulatedCard, Func<byte[], byte[]>> copy)
    {
        using var handle = new AnsweringHandle(copy(CardTalk.Issue(KeyBench.Adult18)));
        using var session = BelpicSession.Open(handle);
        var reading = session.ReadAndJudge(anchors, Now);
        Assert.True(reading.Proof.IsProven(CardFact.Identity));
        return session.ProveCard(reading);
    }
}
