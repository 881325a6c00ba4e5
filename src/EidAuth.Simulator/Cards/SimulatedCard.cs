using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>
/// A Belgian eID card at the level of APDUs: real keys, real signatures, a PIN counter that survives resets. Thread-safe; one command at a time. Made by
/// <see cref="Pki.TestPki.IssueCard"/>.
/// </summary>
public sealed partial class SimulatedCard
{
    private readonly Lock gate = new();
    private readonly List<string> transcript = [];
    private readonly CardProfile profile;
    private readonly CardHabits habits;
    private readonly byte[] cardData;
    private readonly FileSelection selection;
    private readonly CardKey authenticationKey;
    private readonly CardKey signatureKey;
    private readonly CardKey? basicKey;
    private readonly CardPin pin;
    private readonly PinAccess access = new();

    // What GET RESPONSE may still fetch; any other command drops it.
    private byte[] waiting = [];

    /// <param name="id">The citizen's id.</param>
    /// <param name="profile">Of which generation.</param>
    /// <param name="habits">What the manuals leave open.</param>
    /// <param name="cardData">The 28 bytes of GET CARD DATA.</param>
    /// <param name="files">The files.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="pin">The PIN.</param>
    internal SimulatedCard(string id, CardProfile profile, CardHabits habits, byte[] cardData, CardFiles files, CardKeys keys, CardPin pin)
    {
        (Id, this.profile, this.habits, this.cardData, this.pin) = (id, profile, habits, cardData, pin);
        Atr = Convert.FromHexString(profile.Atr.Value);
        selection = new FileSelection(files, profile.HasIdentityApplication.Value, habits.SearchesDeeper);
        byte[] algorithms = [.. profile.Algorithms.Value.Select(algorithm => Convert.ToByte(algorithm, 16))];
        authenticationKey = CardKey.Of(keys.Authentication, algorithms);
        signatureKey = CardKey.Of(keys.Signature, algorithms);
        basicKey = keys.Basic is null ? null : CardKey.Of(keys.Basic, algorithms);
    }

    /// <summary>False for a card that lies at the town hall: it answers nothing but that.</summary>
    internal bool IsActivated { get; init; } = true;

    /// <summary>The citizen's id, for example adult-18.</summary>
    public string Id { get; }

    /// <summary>The answer to reset of this generation.</summary>
    public ReadOnlyMemory<byte> Atr { get; }

    /// <summary>PIN tries left, 0 to 3.</summary>
    public int TriesLeft
    {
        get
        {
            lock (gate)
            {
                return pin.TriesLeft;
            }
        }
    }

    /// <summary>Every command of <see cref="CommandsSeen"/>, hexadecimal, with dots where a PIN or PUK could be.</summary>
    public IReadOnlyList<string> Transcript
    {
        get
        {
            lock (gate)
            {
                return [.. transcript];
            }
        }
    }

    /// <summary>
    /// Takes a command APDU and answers data and SW1 SW2; never throws on any bytes. Without a reader between, a fault that leaves no answer (a removal, a mute
    /// card) is an empty array, and nothing is slow.
    /// </summary>
    public byte[] Transmit(ReadOnlySpan<byte> command) => Exchange(command, default).Answer;

    /// <summary>Power off, power on or warm reset: selected file, security environment and PIN state are gone, the counter stays.</summary>
    public void Reset()
    {
        lock (gate)
        {
            Forget();
        }
    }

    private void Forget()
    {
        selection.Reset();
        access.Drop();
        environment = null;
        waiting = [];
        (mute, readerResolves) = (false, false);
    }

    private byte[] Process(ReadOnlySpan<byte> command)
    {
        access.Elapse();
        if (!IncomingCommand.TryParse(command, out var incoming, habits.TakesLeAfterData))
        {
            waiting = [];
            return Answer.Of(Answer.WrongLength);
        }

        if (incoming.Ins != Instruction.GetResponse)
        {
            waiting = [];
        }

        return Execute(incoming);
    }

    private byte[] Execute(IncomingCommand command)
    {
        if (Instruction.ClassOf(command.Ins, profile) is not { } expected)
        {
            return Answer.Of(command.Cla is Instruction.IsoClass or Instruction.OwnClass ? Answer.UnknownInstruction : Answer.UnknownClass);
        }

        if (command.Cla != expected)
        {
            return Answer.Of(Answer.UnknownClass);
        }

        if (!IsActivated)
        {
            return Answer.Of(command.Ins switch
            {
                Instruction.Select => Convert.ToUInt16(profile.SelectWhenNotActivated.Value, 16),
                Instruction.ReadBinary => Answer.ConditionsNotSatisfied,
                _ => Answer.UnknownInstruction,
            });
        }

        try
        {
            return command.Ins switch
            {
                Instruction.Select => Select(command),
                Instruction.ReadBinary => ReadBinary(command),
                Instruction.ReadRecord => ReadRecord(command),
                Instruction.GetCardData => GetCardData(command),
                Instruction.GetResponse => GetResponse(command),
                Instruction.GetChallenge => GetChallenge(command),
                Instruction.Verify => Verify(command),
                Instruction.ChangeReferenceData => ChangeReferenceData(command),
                Instruction.LogOff => LogOff(command),
                Instruction.ManageSecurityEnvironment => SetSecurityEnvironment(command),
                Instruction.PerformSecurityOperation => ComputeSignature(command),
                Instruction.InternalAuthenticate => InternalAuthenticate(command),
                _ => Answer.Of(Answer.UnknownInstruction),
            };
        }
        catch (CryptographicException)
        {
            // A system whose policy refuses, say, MD5: to the card's user that is a card that could not execute.
            return Answer.Of(Answer.ExecutionError);
        }
    }
}
