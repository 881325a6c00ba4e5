using EidAuth.Iso7816;

namespace EidAgent.Tracing;

/// <summary>What a trace may know of an answer: how it ended and how long it was.</summary>
/// <param name="Status">SW1-SW2, or null where there is none.</param>
/// <param name="DataLength">How many bytes came before it.</param>
/// <param name="Fault">What came instead of an answer, or null.</param>
internal readonly record struct AnswerShape(StatusWord? Status, int DataLength, CardFault? Fault)
{
    private const int StatusLength = 2;

    public static AnswerShape Of(CardFault fault) => new(null, 0, fault);

    /// <summary>The shape of a card's answer. Its last two bytes count only where they are a status word (ISO 7816-4 §5.6: 6xxx without 60xx, 9xxx): a card may answer anything.</summary>
    public static AnswerShape Of(ReadOnlySpan<byte> answer) =>
        answer.Length >= StatusLength && answer[^2] is (> 0x60 and < 0x70) or (>= 0x90 and < 0xA0)
            ? new(new StatusWord((ushort)((answer[^2] << 8) | answer[^1])), answer.Length - StatusLength, null)
            : new(null, answer.Length, null);
}
