using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using TownSite.Counter;

namespace TownSite.Mail;

/// <summary>Writes mails as .eml files into the pick-up folder. A mail that cannot be written undoes nothing of what it tells; the log says that one is missing.</summary>
internal sealed class MailFolder(IOptions<MailOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<MailFolder> logger)
{
    /// <summary>Null when the town sends none.</summary>
    public string? Folder { get; } = options.Value.MailFolder is { Length: > 0 } named ? Path.GetFullPath(named, environment.ContentRootPath) : null;

    /// <summary>Writes one mail.</summary>
    /// <param name="to">Where to; nothing happens without an address.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="subject">One line.</param>
    /// <param name="paragraphs">The text.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task DropAsync(string? to, string language, string subject, IEnumerable<string> paragraphs, CancellationToken cancellation)
    {
        if (Folder is null)
        {
            CounterLog.NoMailFolder(logger);
            return;
        }

        // One bare address and nothing beside it: no second addressee, no name, no line end.
        if (!MailAddress.TryCreate(to, out var address) || address.Address != to)
        {
            return;
        }

        try
        {
            using var mail = new MailMessage(new MailAddress(options.Value.MailFrom), address)
            {
                Subject = subject,
                SubjectEncoding = Encoding.UTF8,
                Body = string.Join("\r\n\r\n", paragraphs) + "\r\n",
                BodyEncoding = Encoding.UTF8,
                IsBodyHtml = false,
            };
            mail.Headers["Date"] = clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
            mail.Headers["Content-Language"] = language;
            mail.Headers["Auto-Submitted"] = "auto-generated";
            await WriteAsync(mail, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or SmtpException)
        {
            // Its text may hold the address; the kind of it does not.
            CounterLog.MailNotWritten(logger, exception.GetType().Name);
        }
    }

    // Written aside and moved: whoever picks up never finds half a mail.
    private async Task WriteAsync(MailMessage mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder!);
        var aside = Directory.CreateDirectory(Path.Combine(Folder!, ".writing-" + Guid.NewGuid().ToString("N")));
        try
        {
            using var pickup = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = aside.FullName };
            await pickup.SendMailAsync(mail, cancellation);
            var file = aside.GetFiles("*.eml").Single();
            file.MoveTo(Path.Combine(Folder!, file.Name));
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }
}
