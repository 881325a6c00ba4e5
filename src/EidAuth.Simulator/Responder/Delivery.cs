using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace EidAuth.Simulator.Responder;

/// <summary>Brings an answer to the client, or does to it on the way what a behaviour says. Whatever lasts ends when the client goes or the host stops.</summary>
internal sealed class Delivery(ResponderConduct conduct, TimeProvider clock)
{
    private const int HugeLength = 256 * 1024 * 1024;
    private const int BombLength = 48 * 1024 * 1024;
    private static readonly TimeSpan BetweenDrops = TimeSpan.FromMilliseconds(250);
    private static readonly byte[] Zeros = new byte[64 * 1024];
    private static readonly Lazy<byte[]> Bomb = new(Compress);

    /// <summary>What was served before Redirect sent the client on.</summary>
    public const string RedirectedPath = "/redirected";

    public async Task SendAsync(HttpContext context, ResponderBehaviour behaviour, string contentType, byte[] right, CancellationToken ended)
    {
        var response = context.Response;
        response.ContentType = contentType;
        switch (behaviour)
        {
            case ResponderBehaviour.Late:
                await Task.Delay(conduct.Delay, clock, ended);
                await WholeAsync(response, right, ended);
                break;
            case ResponderBehaviour.Silent:
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, ended);
                break;
            case ResponderBehaviour.Dripping:
                await DripAsync(response, right, ended);
                break;
            case ResponderBehaviour.Huge:
                await HugeAsync(response, ended);
                break;
            case ResponderBehaviour.Endless:
                await EndlessAsync(response, right, ended);
                break;
            case ResponderBehaviour.GzipBomb:
                response.Headers.ContentEncoding = "gzip";
                await WholeAsync(response, Bomb.Value, ended);
                break;
            case ResponderBehaviour.Html:
                response.ContentType = "text/html; charset=utf-8";
                await WholeAsync(response, "<!DOCTYPE html><title>Welcome</title><p>Please accept our conditions to use this network.\n"u8.ToArray(), ended);
                break;
            case ResponderBehaviour.Redirect:
                response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                response.Headers.Location = $"http://localhost:{context.Connection.LocalPort}{RedirectedPath}{context.Request.Path}";
                response.ContentLength = 0;
                break;
            case ResponderBehaviour.ServerError or ResponderBehaviour.NotFound:
                response.ContentType = null;
                response.StatusCode = behaviour == ResponderBehaviour.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError;
                response.ContentLength = 0;
                break;
            case ResponderBehaviour.WrongContentType:
                response.ContentType = "text/plain";
                await WholeAsync(response, right, ended);
                break;
            case ResponderBehaviour.Reset:
                Reset(context);
                break;
            case ResponderBehaviour.HalfWay:
                // Kestrel closes a connection on which less came than was promised; an abort would reset it.
                response.ContentLength = right.Length;
                await response.Body.WriteAsync(right.AsMemory(0, right.Length / 2), ended);
                break;
            case ResponderBehaviour.Empty:
                await WholeAsync(response, [], ended);
                break;
            case ResponderBehaviour.Truncated:
                await WholeAsync(response, right[..(right.Length / 2)], ended);
                break;
            case ResponderBehaviour.TrailingBytes:
                await WholeAsync(response, [.. right, 0], ended);
                break;
            default:
                await WholeAsync(response, right, ended);
                break;
        }
    }

    private static async Task WholeAsync(HttpResponse response, byte[] body, CancellationToken ended)
    {
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ended);
    }

    // A SEQUENCE as long as it says, of NULs.
    private static async Task HugeAsync(HttpResponse response, CancellationToken ended)
    {
        var head = new byte[] { 0x30, 0x84, 0, 0, 0, 0 };
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(2), HugeLength - head.Length);
        response.ContentLength = HugeLength;
        await response.Body.WriteAsync(head, ended);
        for (var left = HugeLength - head.Length; left > 0; left -= Math.Min(left, Zeros.Length))
        {
            await response.Body.WriteAsync(Zeros.AsMemory(0, Math.Min(left, Zeros.Length)), ended);
        }
    }

    private static async Task EndlessAsync(HttpResponse response, byte[] right, CancellationToken ended)
    {
        await response.Body.WriteAsync(right, ended);
        while (true)
        {
            await response.Body.WriteAsync(Zeros, ended);
        }
    }

    private static void Reset(HttpContext context)
    {
        // Closing with a linger of zero sends RST instead of FIN.
        var socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Dispose();
        context.Abort();
    }

    private static byte[] Compress()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var done = 0; done < BombLength; done += Zeros.Length)
            {
                gzip.Write(Zeros);
            }
        }

        return compressed.ToArray();
    }

    private async Task DripAsync(HttpResponse response, byte[] right, CancellationToken ended)
    {
        response.ContentLength = right.Length;
        for (var at = 0; at < right.Length; at++)
        {
            await response.Body.WriteAsync(right.AsMemory(at, 1), ended);
            await response.Body.FlushAsync(ended);
            await Task.Delay(BetweenDrops, clock, ended);
        }
    }
}
