using System.Globalization;
using System.Text;
using EidAuth.Iso7816;

namespace EidAgent.Tracing;

/// <summary>
/// A trace of what is said to cards, for whoever looks for a fault: one line for each command, with its header, lengths, status word and times. It is given shapes, never bytes, and so cannot
/// hold a PIN, a name, a number or a certificate; readers are numbers too. Nothing that goes wrong with its file disturbs a card operation.
/// </summary>
internal sealed class ApduTrace : IDisposable
{
    /// <summary>Some 60,000 commands, two thousand logins and more.</summary>
    public const int MaximumLength = 4 << 20;

    private const string Head = """
        # EidAuth command trace 1. No data of commands or answers, no PIN, no names: headers, lengths, status words and times.
        # seconds reader CLA-INS-P1-P2 Lc Le status length milliseconds

        """;

    private readonly Lock gate = new();
    private readonly Stream file;
    private readonly TimeProvider clock;
    private readonly long started;
    private int written;
    private bool isOver;

    internal ApduTrace(Stream file, TimeProvider clock)
    {
        (this.file, this.clock, started) = (file, clock, clock.GetTimestamp());
        Write(Head);
    }

    /// <summary>Called once when it ends before its program does.</summary>
    public Action<TraceEnd>? Ended { get; set; }

    /// <summary>
    /// A new file, mode 0600 where modes exist. Null when anything of that name is there, a link or another's file above all, or when it cannot be made.
    /// </summary>
    public static ApduTrace? TryOpen(string path, TimeProvider clock)
    {
        // CreateNew is O_CREAT | O_EXCL, which follows no link. Without a buffer each line is there when its command has returned.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new ApduTrace(new FileStream(path, options), clock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A command and its answer.</summary>
    public void Command(int reader, CommandShape command, AnswerShape answer, TimeSpan duration) => Write(
        reader,
        string.Create(CultureInfo.InvariantCulture, $"{command.Cla:X2}{command.Ins:X2}{command.P1:X2}{command.P2:X2} Lc={command.DataLength} Le={Expected(command)}"),
        answer,
        duration);

    /// <summary>A control to the reader, above all to its keypad.</summary>
    public void Control(int reader, uint code, int inputLength, AnswerShape answer, TimeSpan duration) =>
        Write(reader, string.Create(CultureInfo.InvariantCulture, $"control {code:X8} in={inputLength}"), answer, duration);

    /// <summary>Anything else that took its time.</summary>
    public void Event(int reader, TraceEvent what, CardFault? fault, TimeSpan duration) =>
        Write(reader, what switch { TraceEvent.Connect => "connect", TraceEvent.Transaction => "transaction", _ => "disconnect" }, new AnswerShape(null, 0, fault), duration);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            try
            {
                file.Dispose();
            }
            catch (IOException)
            {
                // What it could not write any more is missing.
            }
        }
    }

    private void Write(int reader, string what, AnswerShape answer, TimeSpan duration) => Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{clock.GetElapsedTime(started).TotalSeconds:0.000000} {reader} {what} {Status(answer)} {answer.DataLength} {duration.TotalMilliseconds:0.000}\n"));

    private static string Expected(CommandShape command) => command.ExpectedLength switch
    {
        null => "-",
        0 => "256",
        { } le => le.ToString(CultureInfo.InvariantCulture),
    };

    private static string Status(AnswerShape answer) => answer.Fault?.ToString() ?? answer.Status?.ToString() ?? "-";

    private void Write(string line)
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            try
            {
                // All of it is ASCII.
                var bytes = Encoding.ASCII.GetBytes(line);
                file.Write(bytes);
                written += bytes.Length;
                if (written < MaximumLength)
                {
                    return;
                }

                file.Write("# full\n"u8);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                End(TraceEnd.NotWritable);
                return;
            }

            End(TraceEnd.Full);
        }
    }

    private void End(TraceEnd end)
    {
        isOver = true;
        Ended?.Invoke(end);
    }
}
