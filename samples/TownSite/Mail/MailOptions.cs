namespace TownSite.Mail;

/// <summary>What of the section <c>Town</c> mails need.</summary>
internal sealed class MailOptions
{
    /// <summary>A pick-up folder: one .eml file for each mail, for a mail server to take. Null: no mails; the log says so of each.</summary>
    public string? MailFolder { get; set; }

    /// <summary>Who the mails are from.</summary>
    public string MailFrom { get; set; } = "no-reply@voorbeeldegem.example";
}
