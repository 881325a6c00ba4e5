using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Mail;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class MailTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    [Theory]
    [InlineData("nl", "Uw aanvraag 2222-3333-4444", "Klaar")]
    [InlineData("fr", "Votre demande 2222-3333-4444", "Prête")]
    [InlineData("de", "Ihr Antrag 2222-3333-4444", "Fertig")]
    [InlineData("en", "Your request 2222-3333-4444", "Ready")]
    public async Task A_mail_speaks_the_language_of_the_account_and_says_no_more_than_it_must(string language, string subject, string state)
    {
        var mail = await MailAsync(new TownUser { Email = $"state-{language}@mail.example", Language = language, GivenName = "Canarygiven", FamilyName = "Canaryfamily", UserName = "canaryuser" });

        Assert.Contains($"\r\nSubject: {subject}\r\n", mail);
        Assert.Contains($"\r\nContent-Language: {language}\r\n", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nAuto-Submitted: auto-generated\r\n", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(state, BodyOf(mail));
        Assert.Contains("http://localhost:5080", BodyOf(mail));
        Assert.DoesNotContain("http://localhost:5080/", BodyOf(mail));
    }

    [Theory]
    [InlineData("a@mail.example\r\nBcc: everybody@mail.example")]
    [InlineData("a@mail.example\nX: y")]
    [InlineData("a@mail.example, b@mail.example")]
    [InlineData("<a@mail.example> b@mail.example")]
    [InlineData("\"x\" <a@mail.example>")]
    [InlineData("no address")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_is_none_writes_no_mail_and_breaks_nothing(string? address)
    {
        using var folder = new TemporaryFolder();
        await using var town = await RunningTown.StartAsync($"--Town:MailFolder={folder.Path}");

        await town.Services.GetRequiredService<TownMail>().StateChangedAsync(
            new TownUser { Email = address }, "2222-3333-4444", RequestState.Ready, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        await town.Services.GetRequiredService<TownMail>().StateChangedAsync(
            new TownUser { Email = "a@mail.example" }, "2222-3333-4444", RequestState.Ready, TestContext.Current.CancellationToken);

        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_town_without_a_folder_writes_no_mail()
    {
        await using var town = await RunningTown.StartAsync();

        Assert.Null(town.Services.GetRequiredService<MailFolder>().Folder);
        await town.Services.GetRequiredService<TownMail>().StateChangedAsync(new TownUser { Email = "a@mail.example" }, "2222-3333-4444", RequestState.Ready, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_undoes_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var town = await RunningTown.StartAsync($"--Town:MailFolder={file}");

        await town.Services.GetRequiredService<TownMail>().StateChangedAsync(new TownUser { Email = "a@mail.example" }, "2222-3333-4444", RequestState.Ready, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Link_and_unlink_are_mailed_with_what_to_do()
    {
        var user = new TownUser { Email = "linked@mail.example", Language = "en" };
        await world.WithAsync(async services =>
        {
            var mail = services.GetRequiredService<TownMail>();
            await mail.LinkedAsync(user, TestContext.Current.CancellationToken);
            await mail.UnlinkedAsync(user, TestContext.Current.CancellationToken);
        });

        var mails = Directory.GetFiles(world.MailFolder, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains("linked@mail.example", StringComparison.Ordinal)).ToList();
        Assert.Single(mails, mail => mail.Contains("\r\nSubject: An eID card was linked to your account\r\n", StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Contains("\r\nSubject: The eID card was unlinked from your account\r\n", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("undo it under “Security”", BodyOf(mail)));
    }

    [Fact]
    public async Task Another_address_is_told_to_the_old_one_alone()
    {
        await world.WithAsync(services => services.GetRequiredService<TownMail>().AddressChangedAsync(
            new TownUser { Email = "after@mail.example", Language = "en" }, "before@mail.example", TestContext.Current.CancellationToken));

        var mail = Assert.Single(Directory.GetFiles(world.MailFolder, "*.eml").Select(File.ReadAllText), mail => mail.Contains("before@mail.example", StringComparison.Ordinal));
        Assert.Contains("\r\nSubject: Your e-mail address with the town was changed\r\n", mail);
        Assert.DoesNotContain("after@mail.example", mail + BodyOf(mail));
    }

    private async Task<string> MailAsync(TownUser user)
    {
        await world.WithAsync(services => services.GetRequiredService<TownMail>().StateChangedAsync(user, "2222-3333-4444", RequestState.Ready, TestContext.Current.CancellationToken));
        return Assert.Single(Directory.GetFiles(world.MailFolder, "*.eml").Select(File.ReadAllText), mail => mail.Contains(user.Email!, StringComparison.Ordinal));
    }

    private static string BodyOf(string mail)
    {
        var (head, body) = mail.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (mail, "");
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
            : System.Text.Encoding.UTF8.GetString(Decoded(body.Replace("=\r\n", "", StringComparison.Ordinal)));
    }

    // Quoted-printable (RFC 2045 §6.7).
    private static byte[] Decoded(string text)
    {
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(index + 1, 2), 16));
                index += 2;
            }
            else
            {
                bytes.Add((byte)text[index]);
            }
        }

        return [.. bytes];
    }
}
