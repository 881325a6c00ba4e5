using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Reader;

/// <summary>The citizens' cards beside the reader.</summary>
internal sealed class CardTable(SimulatedReader reader, IReadOnlyDictionary<string, Lazy<SimulatedCard>> cards)
{
    private const int Tints = 6;
    private const string UsualPin = "1234";

    private static readonly Dictionary<CitizenFault, string> FaultHints = new()
    {
        [CitizenFault.Revoked] = "revoked",
        [CitizenFault.OnHold] = "onHold",
        [CitizenFault.Expired] = "expired",
        [CitizenFault.NotActivated] = "notActivated",
    };

    private readonly string[] order = [.. cards.Keys];

    public IReadOnlyDictionary<string, Lazy<SimulatedCard>> Cards => cards;

    /// <summary>Makes the card if it was never used (an RSA key takes a moment) and puts it in; false when there is no such card.</summary>
    public async Task<bool> InsertAsync(string? id)
    {
        if (id is null || !cards.TryGetValue(id, out var card))
        {
            return false;
        }

        reader.Insert(await Task.Run(() => card.Value));
        return true;
    }

    /// <summary>Which of the drawn cards' six colours, so that neighbours differ.</summary>
    public int Tint(string id) => (Array.IndexOf(order, id) + Tints) % Tints;

    /// <summary>What is special about the card, in two words; empty when nothing is.</summary>
    public string Hint(string id, ReaderTexts texts)
    {
        if (!cards.TryGetValue(id, out var card))
        {
            return "";
        }

        var citizen = Citizen.All.GetValueOrDefault(id);
        var left = card.IsValueCreated ? card.Value.TriesLeft : citizen?.TriesLeft;
        return citizen switch
        {
            { Group: CitizenGroup.Forged } => texts["hint.forged"],
            { Certificates.Count: 0 } => texts["hint.noCertificates"],
            { Faults: [var fault, ..] } when FaultHints.TryGetValue(fault, out var hint) => texts["hint." + hint],
            _ => Tries(left, texts),
        };
    }

    /// <summary>The groups that lie here, in the order of the table; cards of nobody known lie with the usual ones.</summary>
    public IEnumerable<IGrouping<CitizenGroup, string>> Groups =>
        order.GroupBy(id => Citizen.All.GetValueOrDefault(id)?.Group ?? CitizenGroup.Usual).OrderBy(group => group.Key);

    /// <summary>Where and which PIN to type. The PIN is named only when every card here has the one of the documentation.</summary>
    public string Advice(bool pinPad, ReaderTexts texts)
    {
        var place = texts[pinPad ? "advice.keypad" : "advice.noKeypad"];
        return order.All(id => Citizen.All.TryGetValue(id, out var citizen) && citizen.Pin == UsualPin) ? place + " " + texts["advice.pin"] : place;
    }

    private static string Tries(int? left, ReaderTexts texts) => left switch
    {
        0 => texts["hint.blocked"],
        1 => texts["hint.oneTry"],
        2 => texts["hint.twoTries"],
        _ => "",
    };
}
