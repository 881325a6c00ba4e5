using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using EidAuth.UnitTests.Faults;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>A read with proof, then a login, with a card that gives the mutated answers in their order. The good ones are recorded from cards made for it.</summary>
internal sealed class HostileSession : ICardHandle
{
    private static readonly byte[] Pin = "1234"u8.ToArray();
    private static readonly LoginMessage Message = MakeMessage();
    private static readonly Lazy<IReadOnlyList<byte[]>> Recordings = new(() => [Record("adult-17"), Record("adult-18")]);

    private readonly ICardChannel channel;
    private readonly List<byte>? record;

    private HostileSession(ICardChannel channel, ReadOnlyMemory<byte> atr, List<byte>? record = null) => (this.channel, Atr, this.record) = (channel, atr, record);

    /// <summary>The ATR, then all answers, each in its frame.</summary>
    public static IReadOnlyList<byte[]> Recorded => Recordings.Value;

    public string Reader => "Reader 00 00";

    public ReadOnlyMemory<byte> Atr { get; }

    private int Commands { get; set; }

    private int Verifies { get; set; }

    /// <summary>A decided end, and the PIN sent once at most.</summary>
    public static Parsed Run(byte[] input)
    {
        var answers = new Conversations.Answers(input);
        var atr = new byte[258];
        var handle = new HostileSession(answers, atr.AsMemory(0, answers.Transmit([], atr)));
        var accepted = false;
        try
        {
            accepted = Play(handle);
        }
        catch (CardException)
        {
            // A decided end.
        }

        Assert.InRange(handle.Verifies, 0, 1);
        return new(accepted, handle.Commands);
    }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Commands++;
        Verifies += command is [0x00, 0x20, 0x00, 0x01, 0x08, ..] ? 1 : 0;
        var length = channel.Transmit(command, response);
        record?.AddRange([(byte)(length >> 8), (byte)length, .. response[..length]]);
        return length;
    }

    public IDisposable BeginTransaction() => this;

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => throw new NotSupportedException("No keypad.");

    public void Dispose()
    {
    }

    private static bool Play(HostileSession handle)
    {
        using var session = BelpicSession.Open(handle, new HurriedTimeProvider());
        var reading = session.ReadAndJudge(FaultWorld.Anchors, TimeProvider.System.GetUtcNow());
        return session.PrepareLogin() == LoginReadiness.Ready
            && session.SignLogin(Message, Pin, session.TriesLeftAtOpening ?? session.ReadTriesLeft()) is LoginSignature.Completed
            && reading.Proof.IsGenuine;
    }

    private static byte[] Record(string citizen)
    {
        var world = new FaultWorld(citizen);
        world.Reader.Insert(world.Card);
        using var handle = world.Reader.Connect(world.Reader.Name);
        var record = new List<byte> { 0, (byte)handle.Atr.Length };
        record.AddRange(handle.Atr.Span);
        Assert.True(Play(new HostileSession(handle, handle.Atr, record)));
        return [.. record];
    }

    private static LoginMessage MakeMessage()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }
}
