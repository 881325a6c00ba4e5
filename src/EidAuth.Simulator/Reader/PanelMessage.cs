using System.Text.Json;
using System.Text.Json.Serialization;
using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Reader;

/// <summary>The panel as the control interface gives it.</summary>
internal sealed record PanelMessage(string? Card, ReaderDisplay Display, int Digits, bool KeypadWaits, int? TriesLeft, int Version)
{
    /// <summary>Member names in camel case, enumerations by name.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The faults that wait, each told from now.</summary>
    public IReadOnlyList<FaultMessage> Faults { get; init; } = [];

    /// <summary>The display's text in the page's language; only in the page's event stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The hints of the cards by id, for example how many tries are left; only in the page's event stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Hints { get; init; }

    public static PanelMessage Of(ReaderPanel panel) =>
        new(panel.CardId, panel.Display, panel.Digits, panel.KeypadWaits, panel.TriesLeft, panel.Version)
        {
            Faults = [.. panel.Faults.Select(fault => new FaultMessage(FaultName.Of(fault.Kind), fault.AtCommand))],
        };
}
