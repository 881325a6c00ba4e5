using System.Buffers.Binary;
using System.Net.Sockets;
using Xunit;

namespace EidAuth.IntegrationTests.Vpcd;

/// <summary>The driver's side of the frames, hexadecimal in and out.</summary>
internal static class DriverTalk
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<string> AskAsync(this Socket driver, string frame)
    {
        await driver.TellAsync(frame);
        return await driver.HearAsync();
    }

    public static async Task TellAsync(this Socket driver, string frame)
    {
        var payload = Convert.FromHexString(frame);
        var bytes = new byte[2 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)payload.Length);
        payload.CopyTo(bytes, 2);
        await driver.SendAsync(bytes, Cancellation);
    }

    public static async Task<string> HearAsync(this Socket driver)
    {
        var length = await driver.HearAsync(2);
        return Convert.ToHexString(await driver.HearAsync(BinaryPrimitives.ReadUInt16BigEndian(length)));
    }

    /// <summary>The card hangs up without a byte.</summary>
    public static async Task HearEndAsync(this Socket driver) =>
        Assert.Equal(0, await driver.ReceiveAsync(new byte[1], Cancellation).AsTask().WaitAsync(Patience, Cancellation));

    private static async Task<byte[]> HearAsync(this Socket driver, int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            var received = await driver.ReceiveAsync(bytes.AsMemory(at), Cancellation).AsTask().WaitAsync(Patience, Cancellation);
            Assert.NotEqual(0, received);
            at += received;
        }

        return bytes;
    }
}
