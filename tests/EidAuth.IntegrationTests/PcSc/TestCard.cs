using System.Buffers.Binary;
using System.Collections.Concurrent;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;

namespace EidAuth.IntegrationTests.PcSc;

/// <summary>
/// A card in a virtual reader that answers what the test wants, or leaves in the middle of a command. The driver listens inside the service's network
/// namespace, so two cat and two pipes carry its frames out to the test.
/// </summary>
internal sealed class TestCard : IAsyncDisposable
{
    internal const string Atr = "3B9813400AA503010101AD1311";

    private const string Relay = """
        mkfifo "$2/asked" "$2/answered"
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        echo connected
        cat <&3 >"$2/asked" & cat <"$2/answered" >&3
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-card-");
    private readonly TestProcess relay;
    private readonly Task serving;
    private readonly byte[] atr;
    private readonly Func<byte[], byte[]?> answer;
    private readonly Action? reset;
    private int removed;

    private TestCard(PrivatePcscd pcscd, int slot, byte[] atr, Func<byte[], byte[]?> answer, Action? reset)
    {
        (this.atr, this.answer, this.reset) = (atr, answer, reset);
        relay = pcscd.Start("bash", ["-c", Relay, "card", $"{PrivatePcscd.VpcdPort + slot}", folder.FullName]);
        serving = Task.Run(async () =>
        {
            try
            {
                await ServeAsync();
            }
            finally
            {
                reset?.Invoke();
            }
        });
    }

    /// <summary>Commands that reached the card, hexadecimal, and "off", "on", "reset".</summary>
    internal ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>
    /// Puts a card into a slot, or behind the one that is in: it is then the next. An answer of null pulls it out with the command under way.
    /// Called at each reset and loss of power, the last of them when it leaves: <paramref name="reset"/>.
    /// </summary>
    internal static async Task<TestCard> InsertAsync(PrivatePcscd pcscd, Func<byte[], byte[]?> answer, int slot = 0, string atr = Atr, Action? reset = null)
    {
        var card = new TestCard(pcscd, slot, Convert.FromHexString(atr), answer, reset);
        await card.relay.WaitForLineAsync("connected", TimeSpan.FromSeconds(20), CancellationToken.None);
        return card;
    }

    /// <summary>A card that answers each command with its own bytes and 9000.</summary>
    internal static Task<TestCard> InsertEchoAsync(PrivatePcscd pcscd, int slot = 0, string atr = Atr) =>
        InsertAsync(pcscd, command => [.. command, 0x90, 0x00], slot, atr);

    /// <summary>Waits until the service has powered the card down, which it does when nobody uses it for half a second.</summary>
    internal async Task UntilIdleAsync(CancellationToken cancellation)
    {
        while (!Heard.Contains("off"))
        {
            await Task.Delay(20, cancellation);
        }
    }

    internal async Task RemoveAsync()
    {
        if (Interlocked.Exchange(ref removed, 1) == 0)
        {
            await relay.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync();
        while (!serving.IsCompleted)
        {
            // A relay that ended early leaves nobody at the other end of the pipes, and opening one waits for somebody.
            await Pipe("asked", FileAccess.ReadWrite).DisposeAsync();
            await Pipe("answered", FileAccess.ReadWrite).DisposeAsync();
            await Task.Delay(20);
        }

        await serving;
        folder.Delete(recursive: true);
    }

    private async Task ServeAsync()
    {
        await relay.WaitForLineAsync("connected", TimeSpan.FromSeconds(20), CancellationToken.None);
        await using var asked = Pipe("asked", FileAccess.Read);
        await using var answered = Pipe("answered", FileAccess.Write);
        var head = new byte[2];
        while (await asked.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false) == 2)
        {
            var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await asked.ReadAtLeastAsync(question, question.Length, throwOnEndOfStream: false);
            if (question is [0 or 1 or 2])
            {
                Heard.Enqueue(question[0] switch { 0 => "off", 1 => "on", _ => "reset" });
                reset?.Invoke();
                continue;
            }

            if (question is not [4])
            {
                Heard.Enqueue(Convert.ToHexString(question));
            }

            if ((question is [4] ? atr : answer(question)) is not { } payload)
            {
                await RemoveAsync();
                return;
            }

            try
            {
                await answered.WriteAsync((byte[])[(byte)(payload.Length >> 8), (byte)payload.Length, .. payload]);
            }
            catch (IOException)
            {
                // Pulled out meanwhile.
                return;
            }
        }
    }

    private FileStream Pipe(string name, FileAccess access) => new(Path.Combine(folder.FullName, name), FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);
}
