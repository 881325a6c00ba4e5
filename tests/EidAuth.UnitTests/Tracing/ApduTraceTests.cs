using EidAgent.Tracing;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Tracing;

/// <summary>The trace's file: its lines, whose it is, how long it gets, and a disk that is full.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class ApduTraceTests : IDisposable
{
    private static readonly CommandShape Verify = new(0x00, 0x20, 0x00, 0x01, 8, null);
    private static readonly AnswerShape Done = new(StatusWord.Success, 0, null);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-trace-");

    private string File => Path.Combine(folder.FullName, "trace");

    [Fact]
    public void A_line_has_header_lengths_status_word_and_times()
    {
        var clock = new ManualTimeProvider();
        using (var trace = ApduTrace.TryOpen(File, clock)!)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1500));
            trace.Event(0, TraceEvent.Connect, null, TimeSpan.FromMilliseconds(12.5));
            trace.Command(0, Verify, Done, TimeSpan.FromMilliseconds(40));
            trace.Command(1, new CommandShape(0x00, 0xB0, 0x00, 0xFF, 0, 0), new AnswerShape(StatusWord.Success, 256, null), TimeSpan.FromMilliseconds(3.25));
            trace.Command(1, new CommandShape(0x00, 0x2A, 0x9E, 0x9A, 48, null), AnswerShape.Of(CardFault.Removed), TimeSpan.FromMilliseconds(1));
            trace.Control(0, 0x42000D48, 0, new AnswerShape(null, 24, null), TimeSpan.Zero);
        }

        Assert.Equal(
            [
                "1.500000 0 connect - 0 12.500",
                "1.500000 0 00200001 Lc=8 Le=- 9000 0 40.000",
                "1.500000 1 00B000FF Lc=0 Le=256 9000 256 3.250",
                "1.500000 1 002A9E9A Lc=48 Le=- Removed 0 1.000",
                "1.500000 0 control 42000D48 in=0 - 24 0.000",
            ],
            System.IO.File.ReadAllLines(File).Where(line => !line.StartsWith('#')));
    }

    [Fact]
    public void The_file_is_for_this_user_alone()
    {
        Require.OrSkip(!OperatingSystem.IsWindows(), "this system has no modes");
        using var trace = ApduTrace.TryOpen(File, TimeProvider.System);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Theory]
    [InlineData("a file")]
    [InlineData("a link to a file")]
    [InlineData("a link to nothing")]
    [InlineData("a folder")]
    public void What_is_there_already_is_left_as_it_is(string what)
    {
        var other = Path.Combine(folder.FullName, "other");
        System.IO.File.WriteAllText(what == "a file" ? File : other, "kept");
        switch (what)
        {
            case "a link to a file":
                System.IO.File.CreateSymbolicLink(File, other);
                break;
            case "a link to nothing":
                System.IO.File.CreateSymbolicLink(File, other + "-missing");
                break;
            case "a folder":
                Directory.CreateDirectory(File);
                break;
        }

        Assert.Null(ApduTrace.TryOpen(File, TimeProvider.System));
        Assert.Equal("kept", System.IO.File.ReadAllText(what == "a file" ? File : other));
        Assert.False(System.IO.File.Exists(other + "-missing"));
    }

    [Fact]
    public void It_does_not_grow_without_end_and_says_once_that_it_is_full()
    {
        using var file = new MemoryStream();
        using var trace = new ApduTrace(file, new ManualTimeProvider());
        var ends = new List<TraceEnd>();
        trace.Ended = ends.Add;

        for (var command = 0; command < 200_000; command++)
        {
            trace.Command(0, Verify, Done, TimeSpan.Zero);
        }

        Assert.InRange(file.Length, ApduTrace.MaximumLength, ApduTrace.MaximumLength + 100);
        Assert.EndsWith("# full\n", System.Text.Encoding.ASCII.GetString(file.ToArray()), StringComparison.Ordinal);
        Assert.Equal([TraceEnd.Full], ends);
    }

    [Fact]
    public void A_full_disk_ends_the_trace_and_nothing_else()
    {
        using var file = new FullDisk(after: 2);
        using var trace = new ApduTrace(file, new ManualTimeProvider());
        var ends = new List<TraceEnd>();
        trace.Ended = ends.Add;

        for (var command = 0; command < 5; command++)
        {
            trace.Command(0, Verify, Done, TimeSpan.Zero);
        }

        Assert.Equal([TraceEnd.NotWritable], ends);
        Assert.Equal(3, file.Tried);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // Takes so many writes, and is full.
    private sealed class FullDisk(int after) : MemoryStream
    {
        public int Tried { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (++Tried > after)
            {
                throw new IOException("No space left on device");
            }
        }
    }
}
