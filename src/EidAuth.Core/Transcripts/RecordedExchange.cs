using System.Security.Cryptography;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>One exchange as it was heard, in memory only: what may be written of it is decided by <see cref="Redaction.CardRedaction"/>.</summary>
internal sealed class RecordedExchange
{
    private RecordedExchange(byte[] command, int withheld, byte[] answer, CardFault? fault) =>
        (Command, Withheld, Answer, Fault) = (command, withheld, answer, fault);

    /// <summary>The command up to and with Lc where its data is secret, whole where it is not.</summary>
    public byte[] Command { get; }

    /// <summary>How many bytes of the command were not even taken up.</summary>
    public int Withheld { get; }

    /// <summary>Data and status word; empty with a fault.</summary>
    public byte[] Answer { get; }

    public CardFault? Fault { get; }

    public static RecordedExchange Of(ReadOnlySpan<byte> command, ReadOnlySpan<byte> answer, CardFault? fault)
    {
        // A PIN, a PUK, what is signed: not copied at all.
        var kept = command.Length > 5 && CommandData.IsSecret(command[1]) ? 5 : command.Length;
        return new RecordedExchange(command[..kept].ToArray(), command.Length - kept, answer.ToArray(), fault);
    }

    public void Clear() => CryptographicOperations.ZeroMemory(Answer);
}
