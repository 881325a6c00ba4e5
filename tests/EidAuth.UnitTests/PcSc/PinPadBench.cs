using EidAuth.PcSc;
using EidAuth.Testing;

namespace EidAuth.UnitTests.PcSc;

/// <summary>A reader with a keypad at the level of the native calls: which features it lists, and what it answers to each control or pseudo-APDU.</summary>
internal sealed class PinPadBench : IDisposable
{
    internal const string VerifyStructure = "1E1E8947040C0402010813000000000D000000" + "0020000108" + "20FFFFFFFFFFFFFF";
    internal const string ModifyStructure = "1E1E89470400080C04030203" + "0813" + "000102" + "000000" + "15000000" + "0024000110" + "20FFFFFFFFFFFFFF" + "20FFFFFFFFFFFFFF";

    private readonly ICardHandle handle;

    /// <param name="features">The answer to GET FEATURE REQUEST, or null where controls are unknown.</param>
    /// <param name="reader">The reader's name.</param>
    internal PinPadBench(string? features, string reader = "Reader 00 00")
    {
        Scard.OnControlOf = (code, _) => code == ControlCode.GetFeatureRequest
            ? features is null ? (ScardCode.UnsupportedFeatureLite, []) : (0u, Hex(features))
            : Answers.TryDequeue(out var answer) ? answer : throw new InvalidOperationException("no answer was prepared");
        Scard.OnTransmitOf = command => command.StartsWith("FFC201", StringComparison.Ordinal) && Answers.TryDequeue(out var answer)
            ? answer
            : throw new InvalidOperationException("the card was told " + command);
        handle = new PcscResourceManager(Scard, Clock).Connect(reader);
    }

    internal FakeWinScard Scard { get; } = new();

    internal ManualTimeProvider Clock { get; } = new();

    /// <summary>What the reader answers, in order, feature list apart.</summary>
    internal Queue<(uint Code, byte[] Answer)> Answers { get; } = new();

    /// <summary>Every control after the feature list.</summary>
    internal IEnumerable<string> Said => Scard.Controls.Where(control => control.Code != ControlCode.GetFeatureRequest)
        .Select(control => $"{control.Code:X8} {control.Input}".TrimEnd());

    internal static ReadOnlySpan<byte> VerifyCommand => [0x00, 0x20, 0x00, 0x01, 0x08, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    internal static ReadOnlySpan<byte> ChangeCommand =>
    [
        0x00, 0x24, 0x00, 0x01, 0x10,
        0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    ];

    internal PinPadBench Answer(params string[] answers)
    {
        foreach (var answer in answers)
        {
            Answers.Enqueue((0, Hex(answer)));
        }

        return this;
    }

    internal PinPadBench Fail(uint code)
    {
        Answers.Enqueue((code, []));
        return this;
    }

    internal PinPad? Discover() => PinPad.Discover(handle, Clock);

    internal string Verify(CancellationToken cancellation) => Discover()!.Verify(PinPadLanguage.Dutch, VerifyCommand, cancellation).ToString();

    internal string Modify(CancellationToken cancellation) => Discover()!.Modify(PinPadLanguage.Dutch, ChangeCommand, cancellation).ToString();

    public void Dispose() => handle.Dispose();

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
