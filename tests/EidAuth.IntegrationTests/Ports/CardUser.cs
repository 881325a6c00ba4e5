using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Demo.Smoke;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>One of the users, with a smart card service, a reader and a card that nobody else can reach, and with a PIN window in which the PIN is typed at once.</summary>
internal sealed class CardUser : IAsyncDisposable
{
    private readonly SharedComputer computer;
    private readonly PrivatePcscd pcscd;
    private readonly InsertedCard card;
    private readonly DirectoryInfo windows;
    private TestProcess? agent;

    private CardUser(SharedComputer computer, uint user, Citizen citizen, PrivatePcscd pcscd, InsertedCard card, DirectoryInfo windows) =>
        (this.computer, User, Citizen, this.pcscd, this.card, this.windows, Port) = (computer, user, citizen, pcscd, card, windows, computer.Port);

    public uint User { get; }

    public Citizen Citizen { get; }

    /// <summary>The port on which this user's agent is reached.</summary>
    public int Port { get; private set; }

    public UserBrowser Browser => computer.Browser(User, Port);

    /// <summary>How many commands went to this user's card.</summary>
    public int Commands => pcscd.Log.Split('\n').Count(line => line.Contains("APDU: ", StringComparison.Ordinal));

    /// <summary>What the user's agent wrote.</summary>
    public string Log => agent!.StandardOutput + agent.StandardError;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="computer">The computer.</param>
    /// <param name="user">The user's number.</param>
    /// <param name="citizen">Whose card is in the user's reader.</param>
    /// <param name="town">Whose responder knows that card; null where no town asks.</param>
    public static async Task<CardUser> LogOnAsync(SharedComputer computer, uint user, string citizen, UserTown? town = null)
    {
        await computer.LogOnAsync(user);
        var pcscd = await PrivatePcscd.StartAsync(Cancellation, apduLog: true);
        var run = Path.GetDirectoryName(pcscd.SocketPath)!;
        var own = await TestProcess.RunAsync("sh", ["-c", $"chmod 711 '{Path.GetDirectoryName(run)}' && chown {user} '{run}' && chmod 700 '{run}'"], Cancellation);
        Assert.True(own.ExitCode == 0, own.All);
        var card = await InsertedCard.InAsync(pcscd, citizen, Cancellation, more: town is null ? [] : ["--responder", town.Responder.AbsoluteUri]);
        return new CardUser(computer, user, Citizen.All[citizen], pcscd, card, await WindowsAsync());
    }

    public async Task StartAgentAsync(bool isHanded, int? port = null)
    {
        Port = port ?? computer.Port;
        agent = await computer.StartAgentAsync(User, Environment, isHanded, port);
    }

    /// <summary>Starts an agent that may be refused.</summary>
    public TestProcess BeginAgent(bool isHanded) => computer.BeginAgent(User, Environment, isHanded);

    /// <summary>Logs in once and holds the token against this user's card and this very request.</summary>
    public async Task LogInAsync()
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        AssertIsOurs(await Browser.LogInAsync(nonce), nonce);
    }

    /// <summary>Logs in once at the town, in a browser without a cookie, and holds whom the town takes this user for against the card.</summary>
    public async Task<TownPerson> LogInAsync(UserTown town)
    {
        var page = await computer.NewBrowser(User, Port).LogInAsync(town);
        Assert.True(page.Address.AbsolutePath == "/me", $"{page.Address} {page.Html}");
        var person = JsonSerializer.Deserialize<TownPerson>(page.Html, JsonSerializerOptions.Web)!;
        Assert.Equal((Citizen.NationalNumber, Citizen.Surname), (person.NationalNumber, person.Surname));
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }

        await card.DisposeAsync();
        await pcscd.DisposeAsync();
        windows.Delete(recursive: true);
    }

    private Dictionary<string, string?> Environment => new()
    {
        ["PCSCLITE_CSOCK_NAME"] = pcscd.SocketPath,
        ["PATH"] = windows.FullName + ":" + System.Environment.GetEnvironmentVariable("PATH"),
        ["DISPLAY"] = ":61",
        ["WAYLAND_DISPLAY"] = null,
        ["DBUS_SESSION_BUS_ADDRESS"] = null,
    };

    private void AssertIsOurs(HtmlForm form, string nonce)
    {
        Assert.True(LoginToken.TryParse(form.Fields.Single(field => field.Key == "token").Value, out var token));
        using var certificate = X509CertificateLoader.LoadCertificate(token!.UnverifiedCertificate.Span);
        Assert.Contains(Citizen.NationalNumber, certificate.Subject, StringComparison.Ordinal);
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        using var key = certificate.GetECDsaPublicKey();
        Assert.True(key!.VerifyData(new LoginMessage(origin!, nonce).SignedBytes(HashAlgorithmName.SHA384), token.Signature.Span, HashAlgorithmName.SHA384));
    }

    // Every name under which a window is looked for.
    private static async Task<DirectoryInfo> WindowsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-windows-");
        var script = Path.Combine(folder.FullName, "script");
        await File.WriteAllTextAsync(
            script,
            """
            #!/bin/sh
            echo 'OK Pleased to meet you'
            while IFS= read -r line; do
              case "$line" in
                GETPIN) echo 'D 1234'; echo OK;;
                BYE) echo OK; exit 0;;
                *) echo OK;;
              esac
            done
            """,
            Cancellation);
        var made = await TestProcess.RunAsync(
            "sh", ["-c", $"cd '{folder.FullName}' && chmod 755 . && for name in pinentry-qt pinentry-gtk-2 pinentry; do install -m 755 script $name; done"], Cancellation);
        Assert.True(made.ExitCode == 0, made.All);
        return folder;
    }
}
