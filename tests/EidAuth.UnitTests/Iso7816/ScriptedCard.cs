using EidAuth.Iso7816;
using EidAuth.PcSc;
using Xunit;

namespace EidAuth.UnitTests.Iso7816;

/// <summary>
/// A card and its reader as a list of what is said: each expected command in hexadecimal with its answer, a fault, or a transaction's edge. Anything else
/// said to it fails the test, and so does a script that was not played to its end.
/// </summary>
internal sealed class ScriptedCard : ICardHandle
{
    internal const string Atr17 = "3B9813400AA503010101AD1311";
    internal const string Atr18 = "3B7F960000803180 65B0850401 20120FFF829000";

    private readonly Queue<(string Said, string Answer, CardFault? Fault)> script = new();
    private readonly byte[] atr;

    internal ScriptedCard(string atr = Atr18, string reader = "Reader 00 00") => (this.atr, Reader) = (Hex(atr), reader);

    public string Reader { get; }

    public ReadOnlyMemory<byte> Atr => atr;

    internal bool Disposed { get; private set; }

    /// <summary>Commands that reached the card, in order, hexadecimal.</summary>
    internal List<string> Commands { get; } = [];

    private bool InTransaction { get; set; }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        var said = Convert.ToHexString(command);
        Assert.True(response.Length >= 258);
        Commands.Add(said);
        return Play(said, response);
    }

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (code == ControlCode.GetFeatureRequest && (script.Count == 0 || !script.Peek().Said.StartsWith("control", StringComparison.Ordinal)))
        {
            throw new NotSupportedException();
        }

        return Play($"control {code:X8} {Convert.ToHexString(input)}".TrimEnd(), output);
    }

    public IDisposable BeginTransaction()
    {
        Assert.False(InTransaction, "transactions do not nest");
        if (script.TryPeek(out var next) && next.Said == "begin")
        {
            script.Dequeue();
            if (next.Fault is { } fault)
            {
                throw new CardException(fault, "scripted");
            }
        }

        InTransaction = true;
        return new End(this);
    }

    public void Dispose()
    {
        Assert.False(InTransaction, "disposed with an open transaction");
        Disposed = true;
    }

    /// <summary>A command and its answer; blanks do not count.</summary>
    internal ScriptedCard On(string command, string answer)
    {
        script.Enqueue((Trim(command), Trim(answer), null));
        return this;
    }

    internal ScriptedCard On(string command, CardFault fault)
    {
        script.Enqueue((Trim(command), "", fault));
        return this;
    }

    internal ScriptedCard OnControl(uint code, string input, string answer)
    {
        script.Enqueue(($"control {code:X8} {Trim(input)}".TrimEnd(), Trim(answer), null));
        return this;
    }

    internal ScriptedCard OnControl(uint code, string input, CardFault fault)
    {
        script.Enqueue(($"control {code:X8} {Trim(input)}".TrimEnd(), "", fault));
        return this;
    }

    internal ScriptedCard OnBegin(CardFault fault)
    {
        script.Enqueue(("begin", "", fault));
        return this;
    }

    /// <summary>The script was played to its end.</summary>
    internal void AssertPlayed() => Assert.Equal([], script.Select(step => step.Said));

    internal static byte[] Hex(string text) => Convert.FromHexString(Trim(text));

    private static string Trim(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private int Play(string said, Span<byte> response)
    {
        Assert.False(Disposed, "nothing is said after the end");
        Assert.True(script.TryDequeue(out var step), $"nothing more was expected, but the card was told {said}");
        Assert.Equal(step.Said, said);
        if (step.Fault is { } fault)
        {
            throw new CardException(fault, "scripted");
        }

        var answer = Hex(step.Answer);
        answer.CopyTo(response);
        return answer.Length;
    }

    private sealed class End(ScriptedCard card) : IDisposable
    {
        public void Dispose() => card.InTransaction = false;
    }
}
