namespace EidAgent.Commands;

/// <summary>What a log looks like.</summary>
internal enum LogForm
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A JSON object on each line.</summary>
    Json,
}
