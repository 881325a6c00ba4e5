using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;

namespace EidAuth.Benchmarks.Card;

/// <summary>Every task on a simulated card of each generation, in this process.</summary>
internal static class CardTasks
{
    private const string Pin = "1234";

    /// <summary>The citizens: one of each generation that can log in.</summary>
    public static readonly IReadOnlyList<(string Citizen, string Applet, int LoginBudget)> Cards = [("adult-17", "1.7", 13), ("adult-18", "1.8", 11)];

    /// <summary>Measures all of them.</summary>
    public static async Task<IReadOnlyList<CardFigure>> MeasureAsync(TestPki pki)
    {
        var figures = new List<CardFigure>();
        foreach (var (citizen, applet, budget) in Cards)
        {
            SimulatedCard Issue() => pki.IssueCard(Citizen.All[citizen] with { Pin = Pin });
            CardFigure Whole(string task, Action<BelpicSession> work, int? most = null)
            {
                var commands = Run(Issue(), work);
                return new CardFigure(task, applet, LoginCommands.CountOf(commands), commands) { Budget = most };
            }

            var logins = await LoginsAsync(Issue);
            figures.AddRange(
            [
                new("login, the first card of its issuer", applet, logins[0].Counted.Count, logins[0].All) { Budget = budget },
                Part("  before the PIN window opens", applet, logins[0].BeforeWindow),
                Part("  while the PIN is typed", applet, logins[0].WhileTyping),
                Part("  once it is typed", applet, logins[0].AfterPin),
                Part("    of these VERIFY to signature", applet, logins[0].VerifyToSignature) with { Budget = 3 },
                new("login, another card of that issuer", applet, logins[1].Counted.Count, logins[1].All) { Budget = budget },
                new("login, a card that is remembered", applet, logins[2].Counted.Count, logins[2].All) { Budget = 6 },
                Whole("identity, address, photo", session => session.ReadContent(CardParts.Holder), most: 19),
                Whole("identity, address", session => session.ReadContent(CardParts.Identity | CardParts.Address)),
                Whole("identity, address, photo, with proof", session => session.ReadContent(CardParts.All)),
                Whole("PIN change", session => Demand<PinResult.Done>(session.ChangePin("1234"u8, "4321"u8, session.TriesLeftAtOpening ?? session.ReadTriesLeft()))),
                Whole("signature with the signature key", SignDocument),
            ]);
        }

        return figures;
    }

    private static CardFigure Part(string name, string applet, IReadOnlyList<CardCommand> commands) => new(name, applet, commands.Count, commands);

    private static async Task<IReadOnlyList<LoginCommands>> LoginsAsync(Func<SimulatedCard> issue)
    {
        using var agent = new LoginsByAgent(Pin);
        var (first, second) = (issue(), issue());
        return [await agent.LogInAsync(first), await agent.LogInAsync(second), await agent.LogInAsync(second)];
    }

    private static IReadOnlyList<CardCommand> Run(SimulatedCard card, Action<BelpicSession> work)
    {
        var reader = new SimulatedReader("Simulated Reader 00 00", pinPad: false, TimeProvider.System);
        reader.Insert(card);
        var readers = new MeasuredReaders(reader);
        using (var session = BelpicSession.Open(readers.Connect(reader.Name)))
        {
            work(session);
        }

        return readers.Take();
    }

    private static void SignDocument(BelpicSession session)
    {
        using var key = session.OpenSignatureKey(new SignaturePin(Pin));
        var digest = new byte[48];
        _ = key.Key switch
        {
            RSA rsa => rsa.SignHash(digest.AsSpan(0, 32), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ECDsa ec => ec.SignHash(digest),
            _ => throw new InvalidOperationException("The card has a key of another kind."),
        };
    }

    private static void Demand<T>(object result)
    {
        if (result is not T)
        {
            throw new InvalidOperationException($"The card did not do it: {result}.");
        }
    }
}
