using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EidAuth.Testing.Net;

namespace EidAuth.Benchmarks.Agent;

/// <summary>Starts a program that listens on a port of 127.0.0.1, and looks at the clock until it does.</summary>
/// <param name="program">Its file, or a name in the PATH.</param>
/// <param name="port">Where it listens by itself; null: it is told a free port in its last argument.</param>
/// <param name="arguments">Its other arguments.</param>
internal sealed class MeasuredStart(string program, int? port, params string[] arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<StartTimes> times = [];

    /// <summary>Of all starts that were measured, in order.</summary>
    public IReadOnlyList<StartTimes> Times => times;

    /// <summary>Starts it, asks for its first page and ends it.</summary>
    public async Task RunAsync(bool isMeasured)
    {
        var listens = port ?? FreePort.Take();
        string[] told = port is null ? [listens.ToString(CultureInfo.InvariantCulture)] : [];
        var start = new ProcessStartInfo(program, [.. arguments, .. told])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm";
        start.Environment.Remove("EIDAUTH_TEST_ANCHORS");
        var begun = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            using var connection = await ConnectAsync(process, listens, begun);
            var ready = begun.Elapsed.TotalMilliseconds;
            await AskAsync(connection, listens);
            if (isMeasured)
            {
                times.Add(new StartTimes(ready, begun.Elapsed.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds));
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Socket> ConnectAsync(Process process, int port, Stopwatch begun)
    {
        while (true)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(IPAddress.Loopback, port);
                return socket;
            }
            catch (SocketException) when (!process.HasExited && begun.Elapsed < Patience)
            {
                socket.Dispose();

                // Leaves the processor to the program that starts.
                await Task.Delay(1);
            }
        }
    }

    private static async Task AskAsync(Socket connection, int port)
    {
        await connection.SendAsync(Encoding.ASCII.GetBytes(
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n"));
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        if (!answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The first page was refused: " + answer[..Math.Min(answer.Length, 200)]);
        }
    }
}
