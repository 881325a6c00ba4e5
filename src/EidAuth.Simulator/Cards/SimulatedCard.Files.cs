using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <content>Selecting and reading. Everything here is free of the PIN, as on the real card.</content>
public sealed partial class SimulatedCard
{
    /// <summary>SELECT FILE 00 A4: by identifier, by path, by AID. Answers a status word only; cards have no FCI.</summary>
    private byte[] Select(IncomingCommand command)
    {
        if (!command.TryGetData(out var data))
        {
            return Answer.Of(Answer.WrongLength);
        }

        return command.P1P2 switch
        {
            0x020C when data.Length == 2 => Found(selection.ById(BinaryPrimitives.ReadUInt16BigEndian(data))),
            0x080C when data.Length > 0 && data.Length % 2 == 0 => Found(selection.ByPath(data)),
            0x040C when data.Length is >= 5 and <= 16 => Found(selection.ByAid(data)),
            0x0400 when data.Length is >= 5 and <= 16 => Found(selection.ByAppletAid(data)),
            0x020C or 0x080C or 0x040C or 0x0400 => Answer.Of(Answer.LcInconsistent),
            _ => Answer.Of(Answer.WrongP1P2),
        };

        static byte[] Found(bool found) => Answer.Of(found ? Answer.Success : Answer.FileNotFound);
    }

    /// <summary>READ BINARY 00 B0: never more than there is; past the end 6B00, an Le that is too large 6Cxx and no data.</summary>
    private byte[] ReadBinary(IncomingCommand command)
    {
        if (!command.TryGetLe(out var le))
        {
            return Answer.Of(Answer.WrongLength);
        }

        if (selection.Content is not { } content)
        {
            return Answer.Of(Answer.NoFileSelected);
        }

        // Bit 8 of P1 would mean a short file identifier, which these cards do not have.
        if (command.P1 >= 0x80 || command.P1P2 >= content.Length)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        var rest = content.AsSpan(command.P1P2);
        return le > rest.Length ? Answer.UseLe(rest.Length) : Answer.Of(rest[..le], Answer.Success);
    }

    /// <summary>READ RECORD 80 B2, 1.8 only: the fields of 4031 or 4033 with tags from P1 to P2.</summary>
    private byte[] ReadRecord(IncomingCommand command)
    {
        if (!command.TryGetLe(out var le))
        {
            return Answer.Of(Answer.WrongLength);
        }

        if (selection.Content is not { } content)
        {
            return Answer.Of(Answer.NoFileSelected);
        }

        if (selection.File is not (0x4031 or 0x4033))
        {
            return Answer.Of(Answer.IncompatibleFile);
        }

        var records = RecordRange.Of(content, command.P1, command.P2);
        if (records.IsEmpty)
        {
            return Answer.Of(Answer.RecordNotFound);
        }

        return le == 256 && records.Length < 256 ? Answer.Of(records, Answer.Success) : Chained(records, le);
    }

    /// <summary>GET CARD DATA 80 E4: 28 bytes; with P2 = 01 on 1.8 three more, the first of them the PIN tries left.</summary>
    private byte[] GetCardData(IncomingCommand command)
    {
        if (!command.TryGetLe(out var le))
        {
            return Answer.Of(Answer.WrongLength);
        }

        return command.P1P2 switch
        {
            0x0000 => Of(cardData),
            0x0001 when profile.TellsTries.Value => Of([.. cardData, (byte)pin.TriesLeft, 0xFF, 0xFF]),
            _ => Answer.Of(Answer.WrongOffset),
        };

        byte[] Of(ReadOnlySpan<byte> data) => habits.RefusesShortLe && le < data.Length ? Answer.UseLe(data.Length) : Chained(data, le);
    }

    /// <summary>GET RESPONSE 00 C0: what waits, in pieces if asked so; an Le that is too large keeps it waiting.</summary>
    private byte[] GetResponse(IncomingCommand command)
    {
        if (!command.TryGetLe(out var le))
        {
            return Answer.Of(Answer.WrongLength);
        }

        if (command.P1P2 != 0)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        return waiting.Length == 0 ? Answer.Of(Answer.ConditionsNotSatisfied) : Chained(waiting, le);
    }

    /// <summary>GET CHALLENGE 00 84: in neither public manual, but clients send it and cards answer.</summary>
    private static byte[] GetChallenge(IncomingCommand command) => command.TryGetLe(out var le)
        ? Answer.Of(RandomNumberGenerator.GetBytes(le), Answer.Success)
        : Answer.Of(Answer.WrongLength);

    private byte[] Chained(ReadOnlySpan<byte> data, int le)
    {
        if (le > data.Length)
        {
            return Answer.UseLe(data.Length);
        }

        // Before waiting is replaced: data may be a view of it.
        var first = data[..le].ToArray();
        waiting = data[le..].ToArray();
        return Answer.Of(first, waiting.Length == 0 ? Answer.Success : Answer.Waiting(waiting.Length));
    }
}
