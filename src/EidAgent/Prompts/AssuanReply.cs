namespace EidAgent.Prompts;

/// <summary>How a command ended.</summary>
/// <param name="Kind">Ok, Error, or Garbled for everything that is no Assuan: end of stream, lines too long or too many, inquiries.</param>
/// <param name="Code">The number of an error.</param>
/// <param name="DataLength">How many data bytes arrived; -1 when there were more than fit.</param>
internal readonly record struct AssuanReply(AssuanLineKind Kind, int Code, int DataLength)
{
    /// <summary>libgpg-error's cause, the lower 16 bits: 62 time-out, 99 cancelled, 114 not confirmed, 198 fully cancelled.</summary>
    public int Cause => Code & 0xFFFF;

    public bool IsOk => Kind == AssuanLineKind.Ok;
}
