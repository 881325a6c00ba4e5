namespace EidAuth.Simulator.Cards;

/// <content>The PIN: asking for it, changing it, closing again.</content>
public sealed partial class SimulatedCard
{
    private const byte PinReference = 0x01;

    /// <summary>VERIFY 00 20. Empty, it asks whether the PIN stands and costs nothing, but before 1.7 it is a wrong PIN. A wrong PIN closes everything.</summary>
    private byte[] Verify(IncomingCommand command)
    {
        if (WrongPinReference(command) is { } wrong)
        {
            return wrong;
        }

        if (!command.TryGetData(out var block) || block.Length is not (0 or PinBlock.Length))
        {
            return Answer.Of(Answer.WrongLength);
        }

        return block.IsEmpty && !profile.EmptyVerifyCostsTry.Value ? PinState() : Present(block);
    }

    /// <summary>CHANGE REFERENCE DATA 00 24: old block, new block. Opens what VERIFY would.</summary>
    private byte[] ChangeReferenceData(IncomingCommand command)
    {
        if (WrongPinReference(command) is { } wrong)
        {
            return wrong;
        }

        if (!command.TryGetData(out var blocks) || blocks.Length != 2 * PinBlock.Length)
        {
            return Answer.Of(Answer.WrongLength);
        }

        var newBlock = blocks[PinBlock.Length..];
        if (!PinBlock.IsWellFormed(newBlock))
        {
            return Answer.Of(Answer.WrongData);
        }

        var answer = Present(blocks[..PinBlock.Length]);
        if (access.Open)
        {
            pin.Replace(newBlock);
        }

        return answer;
    }

    /// <summary>LOG OFF 80 E6.</summary>
    private byte[] LogOff(IncomingCommand command)
    {
        if (!command.TryGetData(out var data) || !data.IsEmpty)
        {
            return Answer.Of(Answer.WrongLength);
        }

        if (command.P1P2 != 0)
        {
            return Answer.Of(Answer.WrongOffset);
        }

        access.Drop();
        return Answer.Of(Answer.Success);
    }

    private static byte[]? WrongPinReference(IncomingCommand command) =>
        command.P1 != 0 ? Answer.Of(Answer.WrongP1P2) : command.P2 != PinReference ? Answer.Of(Answer.ReferenceNotFound) : null;

    private byte[] Present(ReadOnlySpan<byte> block)
    {
        if (pin.TriesLeft == 0)
        {
            access.Drop();
            return Answer.Of(Answer.PinBlocked);
        }

        if (!pin.Try(block))
        {
            access.Drop();
            return pin.TriesLeft == 0 && habits.BlocksAtOnce ? Answer.Of(Answer.PinBlocked) : Answer.TriesLeft(pin.TriesLeft);
        }

        access.Verified();
        InternalAuthenticationsLeft = InternalAuthenticationsWithoutPin;
        return Answer.Of(Answer.Success);
    }

    private byte[] PinState() =>
        access.Open ? Answer.Of(Answer.Success) : pin.TriesLeft == 0 ? Answer.Of(Answer.PinBlocked) : Answer.TriesLeft(pin.TriesLeft);
}
