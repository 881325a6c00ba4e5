using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using EidAgent.Gate;
using EidAgent.Peer;
using EidAgent.Ports;
using EidAuth.IntegrationTests.Ports;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>
/// Attacks past the port, at the Unix socket on which the agent of this user (root, here) takes connections. The port is held by the test; for the honest login at the end, by the system part as it is.
/// </summary>
internal static class HandOverAttacks
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Another user got hold of a connection to the port, their own, and hands it over: the agent is to be made to serve it.</summary>
    public static Task<AttackEnd> ByAnotherUserAsync(bool defended) => PlayAsync(
        defended, services => Careless(services, asksWho: false), world => world.HandOverAsync(SharedComputer.Bob, SharedComputer.Bob, world.Port), IsAnswered);

    public static Task<AttackEnd> ToConsentPageByAnotherUserAsync(bool defended) => PlayAsync(
        defended,
        services =>
        {
            Careless(services, asksWho: false);
            AttackedAgent.Without<OwnerCheck>(services);
        },
        world => world.HandOverAsync(SharedComputer.Bob, SharedComputer.Bob, world.Port),
        IsConsentPage);

    /// <summary>A system part that was taken over passes Bob's connection to the agent of another user.</summary>
    public static Task<AttackEnd> BobsBySystemPartAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<OwnerCheck>, world => world.HandOverAsync(SharedComputer.SystemPart, SharedComputer.Bob, world.Port), IsConsentPage);

    /// <summary>
    /// A system part that was taken over serves a page of its own on another port, and passes a connection to there that the user's own browser made: to the browser, page and agent are one origin.
    /// </summary>
    public static Task<AttackEnd> OtherPortBySystemPartAsync(bool defended) => PlayAsync(
        defended, services => Careless(services, looksAtKind: false), world => world.HandOverAsync(SharedComputer.SystemPart, 0, FreePort.Take()), IsConsentPage);

    private static void Careless(IServiceCollection services, bool asksWho = true, bool looksAtKind = true)
    {
        services.Remove(Assert.Single(services, service => service.ServiceType == typeof(IConnectionListenerFactory) && service.ImplementationType == typeof(HandedTransport)));
        services.AddSingleton<IConnectionListenerFactory>(new CarelessHandedTransport(asksWho, looksAtKind));
    }

    private static bool IsAnswered(string answer) => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal);

    private static bool IsConsentPage(string answer) => answer.StartsWith("HTTP/1.1 303", StringComparison.Ordinal);

    private static async Task<AttackEnd> PlayAsync(bool defended, Action<IServiceCollection> without, Func<World, Task<string>> attack, Func<string, bool> succeeded)
    {
        Require.OrSkip(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can make the folders of the system part");
        await using var world = await World.StartAsync(defended ? null : without);
        var answer = await attack(world);
        if (defended)
        {
            await world.AssertUnharmedAsync();
        }

        var code = answer.Length == 0 ? "closed none" : $"{answer.Split(' ')[1]} {Regex.Match(answer, "<code>([a-z_]+)").Groups[1].Value}";
        return new AttackEnd(succeeded(answer), code);
    }

    /// <summary>Root's folder, the port, and the agent of the user that this test runs as.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly DirectoryInfo folder;
        private readonly Socket port;
        private readonly RunningAgent agent;

        private World(DirectoryInfo folder, Socket port, RunningAgent agent) => (this.folder, this.port, this.agent) = (folder, port, agent);

        public int Port => ((IPEndPoint)port.LocalEndPoint!).Port;

        private string Door => PortPlaces.DoorOf(0, Path.Combine(folder.FullName, "places"));

        public static async Task<World> StartAsync(Action<IServiceCollection>? without)
        {
            var folder = Directory.CreateTempSubdirectory("eidauth-handed-");
            var places = Path.Combine(folder.FullName, "places");

            // The user's own folder is open to all, by mistake: otherwise nobody comes this far.
            var made = await TestProcess.RunAsync(
                "sh", ["-c", $"chmod 755 '{folder.FullName}' && install -d -m 0755 -g {SharedComputer.SystemPart} '{places}' && install -d -m 0711 '{places}/0'"], Cancellation);
            Assert.True(made.ExitCode == 0, made.All);
            var port = Listen(FreePort.Take());
            var agent = await RunningAgent.StartAsync(compose: without, handed: (((IPEndPoint)port.LocalEndPoint!).Port, PortPlaces.DoorOf(0, places)));
            return new World(folder, port, agent);
        }

        /// <summary>Hands over the accepted end of a connection; what the other end is answered to a login request, or nothing where it was not taken.</summary>
        /// <param name="by">Who hands it over.</param>
        /// <param name="browser">Whose connection it is.</param>
        /// <param name="to">The port to which it was made.</param>
        public async Task<string> HandOverAsync(uint by, uint browser, int to)
        {
            using var other = to == Port ? null : Listen(to);
            using var asking = AsUser.Run(browser, () => Connect(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), new IPEndPoint(IPAddress.Loopback, to)));
            using var accepted = await (other ?? port).AcceptAsync(Cancellation);
            var door = Door;
            using var caller = AsUser.Run(by, () => Connect(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(door)));
            AsUser.Run(by, () => Descriptors.Send(caller, "H"u8, (int)accepted.SafeHandle.DangerousGetHandle()));
            if (!await IsTakenAsync(caller))
            {
                return "";
            }

            accepted.Close();
            var request = $"GET {RunningAgent.LoginAddress()} HTTP/1.1\r\nHost: 127.0.0.1:{to.ToString(CultureInfo.InvariantCulture)}\r\nConnection: close\r\n"
                + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: same-origin\r\n\r\n";
            await asking.SendAsync(Encoding.ASCII.GetBytes(request), Cancellation);
            using var reader = new StreamReader(new NetworkStream(asking));
            return await reader.ReadToEndAsync(Cancellation);
        }

        /// <summary>With the system part at the port, an honest login succeeds, and before it the card heard nothing.</summary>
        public async Task AssertUnharmedAsync()
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            using var keeper = new PortKeeper(port, new AgentDoors(Path.Combine(folder.FullName, "places"), TimeProvider.System), LinuxPeer.UserOf, TimeProvider.System, NullLogger.Instance);
            var keeping = keeper.RunAsync(over.Token);
            var card = agent.IssueCard();
            agent.Reader.Insert(card);
            await AttackedAgent.AssertUnharmedAsync(agent, card);
            await over.CancelAsync();
            await keeping;
        }

        public async ValueTask DisposeAsync()
        {
            await agent.DisposeAsync();
            port.Dispose();
            folder.Delete(recursive: true);
        }

        private static Socket Listen(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }

        private static Socket Connect(Socket socket, EndPoint to)
        {
            socket.Connect(to);
            return socket;
        }

        private static async Task<bool> IsTakenAsync(Socket caller)
        {
            try
            {
                return await caller.ReceiveAsync(new byte[1], Cancellation) == 1;
            }
            catch (SocketException closed) when (closed.SocketErrorCode == SocketError.ConnectionReset)
            {
                return false;
            }
        }
    }
}
