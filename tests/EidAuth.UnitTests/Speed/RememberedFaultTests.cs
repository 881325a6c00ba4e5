using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Faults;
using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>
/// A login with a remembered certificate, of the card as it was and of one renewed since, under every fault at every command: what is signed is the card's
/// own, the PIN goes once, no try is lost, the card is closed, and the next login works.
/// </summary>
[Trait("Group", TestGroup.Card)]
public sealed class RememberedFaultTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("adult-17", false)]
    [InlineData("adult-17", true)]
    [InlineData("adult-18", false)]
    [InlineData("adult-18", true)]
    public async Task Every_fault_at_every_command_of_a_login_with_a_remembered_certificate_is_met(string citizen, bool renewed)
    {
        var world = new FaultWorld(citizen);
        var own = CertificateOf(world.Card);
        var remembered = renewed ? CertificateOfAnotherKey(citizen) : own;
        world.Reader.Insert(world.Card);
        var known = world.Card.CommandsSeen;
        Assert.Equal(own, await LogInAsync(world, remembered));
        var commands = world.Card.CommandsSeen - known;

        var failures = new List<string>();
        var cases = FaultCase.All(commands).ToList();
        foreach (var one in cases)
        {
            failures.AddRange((await RunAsync(world, remembered, own, one)).Select(what => $"{one}: {what}"));
        }

        FaultCount.Add(cases.Count);
        Figures.Add($"fault matrix, login of {citizen}, {(renewed ? "renewed" : "remembered")}, cases over {commands} commands", cases.Count);
        Assert.True(failures.Count == 0, $"{failures.Count} faults:\n{string.Join('\n', failures)}");
    }

    private static async Task<List<string>> RunAsync(FaultWorld world, byte[] remembered, byte[] own, FaultCase one)
    {
        var card = world.Card;
        var wrong = new List<string>();
        world.Reader.Insert(card);
        var (known, spent) = (card.Transcript.Count, card.PinTriesSpent);
        card.Plan(one.Fault);
        var result = await LogInAsync(world, remembered);
        if (result is not CardException { Fault: not CardFault.Cancelled } && (result is not byte[] signed || !signed.SequenceEqual(own)))
        {
            wrong.Add($"it ended with {result}");
        }

        if (card.Transcript.Skip(known).Count(command => command.StartsWith("0020000108", StringComparison.Ordinal)) > 1 || card.PinTriesSpent != spent)
        {
            wrong.Add("the PIN went more than once, or a try was lost");
        }

        if (world.Reader.Card is not null && !card.IsMute && card.SecurityState != SecurityState.None)
        {
            wrong.Add($"the card is left with {card.SecurityState}");
        }

        card.ClearPlan();
        world.Reader.Insert(card);
        if (await LogInAsync(world, remembered) is not byte[] next || !next.SequenceEqual(own))
        {
            wrong.Add("the next one failed");
        }

        return wrong;
    }

    // The certificate in the token, which verified under it; or the exception.
    private static async Task<object> LogInAsync(FaultWorld world, byte[] remembered)
    {
        using var cache = new CertificateCache(new ManualTimeProvider());
        cache.Keep(OneChip.Number, remembered);
        var work = Task.Factory.StartNew(() => LogIn(world, cache), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await work.WaitAsync(Guard, TestContext.Current.CancellationToken);
    }

    private static object LogIn(FaultWorld world, CertificateCache cache)
    {
        try
        {
            using var session = BelpicSession.Open(new OneChip(world.Reader.Connect(world.Reader.Name)), world.Clock, cache);
            var triesLeft = session.TriesLeftAtOpening ?? session.ReadTriesLeft();
            Assert.Equal(LoginReadiness.Ready, session.PrepareLogin());
            Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
            var message = new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
            return session.SignLogin(message, "1234"u8, triesLeft) switch
            {
                LoginSignature.Completed(var token) => token.UnverifiedCertificate.ToArray(),
                var other => other,
            };
        }
        catch (CardException exception)
        {
            return exception;
        }
    }

    private static byte[] CertificateOfAnotherKey(string citizen)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return CertificateOf(pki.IssueCard(Citizen.All[citizen]));
    }

    private static byte[] CertificateOf(SimulatedCard card)
    {
        using var session = BelpicSession.Open(new CardOnTheTable(card));
        return session.ReadCertificate(CertificateFile.Authentication)!;
    }
}
