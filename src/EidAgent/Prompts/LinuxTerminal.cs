using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace EidAgent.Prompts;

/// <summary>
/// The controlling terminal with echo, line editing and signal keys off (termios) until disposed. Linux: the flags and offsets are those of x86 and ARM.
/// </summary>
internal sealed partial class LinuxTerminal : IDisposable
{
    private const int LocalFlags = 12, MinimumRead = 17 + 6, ReadTime = 17 + 5;
    private const uint SignalKeys = 0x1, Canonical = 0x2, Echo = 0x8, EchoNewLine = 0x40;
    private const int AfterOutputDropInput = 2;
    private const short Readable = 1;

    private readonly SafeFileHandle handle;
    private readonly byte[] before;
    private readonly PosixSignalRegistration[] ends;

    private LinuxTerminal(SafeFileHandle handle, byte[] before)
    {
        (this.handle, this.before) = (handle, before);

        // A signal ends the process without any finally: the shell behind it would go on without echo.
        PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT];
        ends = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, _ => Restore()))];
    }

    /// <summary>Null when standard input is no terminal, or this process may not use it now (it runs in the background).</summary>
    public static LinuxTerminal? TryOpen()
    {
        if (!OperatingSystem.IsLinux()
            || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.X86 or Architecture.Arm64 or Architecture.Arm)
            || IsTerminal(0) != 1)
        {
            return null;
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle("/dev/tty", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var before = new byte[128];

            // A background process that touched the terminal would be stopped (SIGTTOU).
            if (ForegroundGroup(handle) != OwnGroup() || GetAttributes(handle, before) != 0)
            {
                handle.Dispose();
                return null;
            }

            // What was typed before the question is dropped: a PIN is a fresh entry.
            if (SetAttributes(handle, AfterOutputDropInput, Quiet(before)) != 0)
            {
                handle.Dispose();
                return null;
            }

            return new LinuxTerminal(handle, before);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            handle?.Dispose();
            return null;
        }
    }

    /// <summary>Waits for a key. False when the terminal is gone.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> fired.</exception>
    public bool TryRead(out byte key, CancellationToken cancellation)
    {
        key = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = new PollDescriptor { Descriptor = (int)handle.DangerousGetHandle(), Events = Readable };
            if (Poll(ref wanted, 1, 50) > 0)
            {
                return Read(handle, ref key, 1) == 1;
            }
        }
    }

    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < bytes.Length;)
        {
            var written = Write(handle, in bytes[at], (nuint)(bytes.Length - at));
            if (written <= 0)
            {
                // The terminal is gone: the next read says so.
                return;
            }

            at += (int)written;
        }
    }

    public void Dispose()
    {
        foreach (var end in ends)
        {
            end.Dispose();
        }

        Restore();
        handle.Dispose();
    }

    private static byte[] Quiet(byte[] before)
    {
        var quiet = (byte[])before.Clone();
        var flags = MemoryMarshal.Cast<byte, uint>(quiet.AsSpan(LocalFlags, 4));
        flags[0] &= ~(SignalKeys | Canonical | Echo | EchoNewLine);
        quiet[MinimumRead] = 1;
        quiet[ReadTime] = 0;
        return quiet;
    }

    private void Restore() => _ = SetAttributes(handle, AfterOutputDropInput, before);

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    private static partial int ForegroundGroup(SafeFileHandle terminal);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int OwnGroup();

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(SafeFileHandle terminal, [Out] byte[] attributes);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(SafeFileHandle terminal, int when, [In] byte[] attributes);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(SafeFileHandle terminal, ref byte into, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(SafeFileHandle terminal, in byte from, nuint count);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
