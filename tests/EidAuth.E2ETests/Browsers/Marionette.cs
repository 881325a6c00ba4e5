using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EidAuth.E2ETests.Browsers;

/// <summary>
/// Firefox's remote protocol. Frames are <c>length:JSON</c>; the browser greets first; a command is <c>[0,id,name,parameters]</c>, its answer
/// <c>[1,id,error,result]</c>. One command at a time.
/// </summary>
internal sealed class Marionette : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient client;
    private readonly SemaphoreSlim turn = new(1);
    private int lastId;

    private Marionette(TcpClient client) => this.client = client;

    public void Dispose()
    {
        client.Dispose();
        turn.Dispose();
    }

    /// <summary>Connects as soon as the browser listens.</summary>
    internal static async Task<Marionette> ConnectAsync(int port, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                var marionette = new Marionette(client);
                await marionette.ReadAsync().WaitAsync(patience.Token);
                return marionette;
            }
            catch (SocketException)
            {
                client.Dispose();
                await Task.Delay(50, patience.Token);
            }
        }
    }

    internal Task<JsonNode?> SendAsync(string command, JsonObject parameters) => SendAsync([(command, parameters)]);

    /// <summary>Several commands with nobody else's between them; the last one's result.</summary>
    internal async Task<JsonNode?> SendAsync(IEnumerable<(string Command, JsonObject Parameters)> commands)
    {
        await turn.WaitAsync();
        try
        {
            JsonNode? result = null;
            foreach (var (command, parameters) in commands)
            {
                result = await AskAsync(command, parameters);
            }

            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<JsonNode?> AskAsync(string command, JsonObject parameters)
    {
        var json = Encoding.UTF8.GetBytes(new JsonArray(0, ++lastId, command, parameters).ToJsonString());
        var length = Encoding.ASCII.GetBytes(json.Length.ToString(CultureInfo.InvariantCulture) + ":");
        await client.GetStream().WriteAsync((byte[])[.. length, .. json]);
        var answer = (await ReadAsync().WaitAsync(Patience))!.AsArray();
        return answer[2] is { } error ? throw new InvalidOperationException($"{command}: {error["error"]}: {error["message"]}") : answer[3];
    }

    private async Task<JsonNode?> ReadAsync()
    {
        var length = 0;
        var one = new byte[1];
        for (; ; length = (length * 10) + one[0] - '0')
        {
            await client.GetStream().ReadExactlyAsync(one);
            if (one[0] == ':')
            {
                break;
            }
        }

        var json = new byte[length];
        await client.GetStream().ReadExactlyAsync(json);
        return JsonNode.Parse(json);
    }
}
