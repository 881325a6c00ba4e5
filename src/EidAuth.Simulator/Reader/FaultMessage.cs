using System.Text.Json.Serialization;

namespace EidAuth.Simulator.Reader;

/// <summary>A planned fault as the control interface gives it.</summary>
internal sealed record FaultMessage(string Kind, int AtCommand)
{
    /// <summary>In the page's language; only in the page's event stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}
