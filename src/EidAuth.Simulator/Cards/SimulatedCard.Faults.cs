using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Cards;

/// <content>Faults, planned for a command to come, and what a test asks the card afterwards.</content>
public sealed partial class SimulatedCard
{
    private const ushort NoPreciseDiagnosis = 0x6F00;
    private const int HeaderLength = 5;
    private const int LongestAnswer = 258;

    private readonly FaultPlan plan = new();
    private bool mute;
    private bool readerResolves;

    /// <summary>Commands since the card was made, also those that a fault kept from it.</summary>
    public int CommandsSeen
    {
        get
        {
            lock (gate)
            {
                return plan.Commands;
            }
        }
    }

    /// <summary>The faults that still wait, each told from now: at command 1 is at the next one.</summary>
    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (gate)
            {
                return plan.Planned;
            }
        }
    }

    /// <summary>The card answers nothing until it is reset or put in again.</summary>
    public bool IsMute
    {
        get
        {
            lock (gate)
            {
                return mute;
            }
        }
    }

    /// <summary>What stands open at this moment.</summary>
    public SecurityState SecurityState
    {
        get
        {
            lock (gate)
            {
                // The next command elapses first, as Transmit has it.
                return (access.Open ? SecurityState.PinVerified : 0)
                    | (access.WouldBeFresh(profile.CommandsBetweenVerifyAndSignature.Value) ? SecurityState.SignatureReady : 0)
                    | (environment is null ? 0 : SecurityState.EnvironmentSet)
                    | (waiting.Length == 0 ? 0 : SecurityState.AnswerWaits);
            }
        }
    }

    /// <summary>How many tries wrong PINs have cost since the card was made; a right one gives tries back and takes nothing from this.</summary>
    public int PinTriesSpent
    {
        get
        {
            lock (gate)
            {
                return pin.Spent;
            }
        }
    }

    /// <summary>Plans a fault; several may wait. The plan outlives resets and removals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">AtCommand is below 1.</exception>
    public void Plan(PlannedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (gate)
        {
            plan.Add(fault);
        }
    }

    /// <summary>Forgets what is planned, and ends what lasts: the card answers again, the reader resolves nothing any more.</summary>
    public void ClearPlan()
    {
        lock (gate)
        {
            plan.Clear();
            (mute, readerResolves) = (false, false);
        }
    }

    /// <summary>A command over a road, with the faults that meet it. The road does what <see cref="CardReply.Fault"/> says.</summary>
    internal CardReply Exchange(ReadOnlySpan<byte> command, Road road)
    {
        lock (gate)
        {
            var reply = Meet(command, road);
            return (road.Resolves || readerResolves) && !reply.IsLost ? Resolve(command, reply, road) : reply;
        }
    }

    /// <summary>What a T=0 reader may do itself (ISO 7816-3 §12.2): the same command with the right Le, GET RESPONSE while more waits. An answer that would not fit stays cut.</summary>
    private CardReply Resolve(ReadOnlySpan<byte> command, CardReply reply, Road road)
    {
        var slow = reply.Fault;
        if (reply.Answer is [0x6C, var le] && command.Length is 4 or HeaderLength)
        {
            reply = Meet([.. command[..4], le], road);
            slow ??= reply.Fault;
        }

        while (!reply.IsLost && reply.Answer is [.. var data, 0x61, var more] && data.Length + (more == 0 ? 256 : more) + 2 <= LongestAnswer)
        {
            var next = Meet([Instruction.IsoClass, Instruction.GetResponse, 0x00, 0x00, more], road);
            slow ??= next.Fault;
            reply = next with { Answer = [.. data, .. next.Answer] };
        }

        return reply.IsLost ? reply : reply with { Fault = slow };
    }

    private CardReply Meet(ReadOnlySpan<byte> command, Road road)
    {
        transcript.Add(CommandTrace.Of(command));
        var fault = plan.Next();
        if (mute)
        {
            return new([], FaultKind.Mute);
        }

        switch (fault?.Kind)
        {
            case FaultKind.Removed:
                Forget();
                return new([], FaultKind.Removed);
            case FaultKind.RemovedAfter:
                Process(command);
                Forget();
                return new([], FaultKind.RemovedAfter);
            case FaultKind.Reset:
                Forget();
                return road.TellsResets ? new([], FaultKind.Reset) : new(Process(command));
            case FaultKind.Mute:
                mute = true;
                return new([], FaultKind.Mute);
            case FaultKind.WrongStatus:
                return new(Answer.Of(NoPreciseDiagnosis));
            case FaultKind.WrongLength:
                return new(Answer.UseLe(command.Length >= HeaderLength ? command[HeaderLength - 1] : 0));
            case FaultKind.EndOfFile when command.Length > 1 && command[1] == Instruction.ReadBinary:
                return new(Answer.Of(Answer.WrongOffset));
            case FaultKind.ShortAnswer:
                var whole = Process(command);
                return new([.. whole.AsSpan(0, (whole.Length - 2) / 2), .. whole.AsSpan(whole.Length - 2)]);
            case FaultKind.MoreToCome:
                return new(InTwoPieces(Process(command)));
            case FaultKind.Garbage:
                Process(command);
                return new(Chance(fault.Seed, road.NeedsBytes ? 1 : 0));
            case FaultKind.Slow:
                return new(Process(command), FaultKind.Slow);
            case FaultKind.ReaderResolves:
                readerResolves = true;
                goto default;
            default:
                return new(Process(command));
        }
    }

    private byte[] InTwoPieces(byte[] answer)
    {
        if (answer is not [.. { Length: >= 2 } data, 0x90 or 0x61, _])
        {
            return answer;
        }

        var first = data.Length / 2;
        waiting = [.. data.AsSpan(first), .. waiting];
        return Answer.Of(data.AsSpan(0, first), Answer.Waiting(waiting.Length));
    }

    private static byte[] Chance(int seed, int least)
    {
#pragma warning disable CA5394 // Chance that can be repeated, not a secret.
        var random = new Random(seed);
        var bytes = new byte[random.Next(least, LongestAnswer + 1)];
        random.NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }
}
