using EidAuth.IntegrationTests.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>A citizen's card that goes into virtual readers and can be made to think, at a command of one's choice, for as long as something is done around it.</summary>
internal sealed class HeldCard
{
    private static readonly TimeSpan LongestThought = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private (string Start, TaskCompletionSource Reached, TaskCompletionSource Release)? hold;

    private HeldCard(SimulatedCard card) => Card = card;

    public SimulatedCard Card { get; }

    /// <summary>How many PINs it was given.</summary>
    public int PinCommands => Card.Transcript.Count(command =>
        command.StartsWith("0020000108", StringComparison.Ordinal) || command.StartsWith("0024000110", StringComparison.Ordinal));

    public static HeldCard Of(string citizen) => Of(Citizen.All[citizen]);

    public static HeldCard Of(Citizen citizen)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return new HeldCard(pki.IssueCard(citizen));
    }

    public Task<TestCard> InsertAsync(PcscFixture fixture, int slot = 0) => InsertAsync(fixture.Pcscd, slot);

    public Task<TestCard> InsertAsync(PrivatePcscd pcscd, int slot = 0) =>
        TestCard.InsertAsync(pcscd, Answer, slot, Convert.ToHexString(Card.Atr.Span), Card.Reset);

    /// <summary>The next command that begins like this waits until <see cref="Release"/>; the task completes when it has come.</summary>
    public Task HoldAt(string command)
    {
        lock (gate)
        {
            hold = (command, new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
            return hold.Value.Reached.Task;
        }
    }

    /// <summary>Lets the command that waits go on, and forgets one that has not come.</summary>
    public void Release()
    {
        lock (gate)
        {
            hold?.Release.TrySetResult();
            hold = null;
        }
    }

    private byte[] Answer(byte[] command)
    {
        TaskCompletionSource? release = null;
        lock (gate)
        {
            if (hold is var (start, reached, wait) && Convert.ToHexString(command).StartsWith(start, StringComparison.Ordinal) && reached.TrySetResult())
            {
                release = wait;
            }
        }

        release?.Task.Wait(LongestThought);
        return Card.Transmit(command);
    }
}
