using System.Globalization;
using EidAuth.AspNetCore;
using Microsoft.Extensions.Options;
using TownSite.Counter;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Texts;

namespace TownSite.Mail;

/// <summary>
/// What the town writes to people, in the language of their account. No name, no answer, no form's title, no link that opens something: who reads along learns that
/// there is news.
/// </summary>
internal sealed class TownMail(MailFolder folder, IOptionsMonitor<BelgianEidOptions> eid)
{
    public Task StateChangedAsync(TownUser user, string reference, RequestState state, CancellationToken cancellation)
    {
        var (mail, counter) = Texts(user);
        return folder.DropAsync(
            user.Email, mail.Tag, mail.StateSubject.With(reference), [mail.Greeting, mail.StateBody.With(reference, counter.Of(state)), mail.StateRead.With(Site), mail.Closing], cancellation);
    }

    public Task LinkedAsync(TownUser user, CancellationToken cancellation)
    {
        var (mail, _) = Texts(user);
        return folder.DropAsync(user.Email, mail.Tag, mail.LinkedSubject, [mail.Greeting, mail.LinkedBody, mail.NotYou.With(Site), mail.Closing], cancellation);
    }

    public Task UnlinkedAsync(TownUser user, CancellationToken cancellation)
    {
        var (mail, _) = Texts(user);
        return folder.DropAsync(user.Email, mail.Tag, mail.UnlinkedSubject, [mail.Greeting, mail.UnlinkedBody, mail.NotYou.With(Site), mail.Closing], cancellation);
    }

    /// <summary>To the address that an account had until now.</summary>
    public Task AddressChangedAsync(TownUser user, string before, CancellationToken cancellation)
    {
        var (mail, _) = Texts(user);
        return folder.DropAsync(before, mail.Tag, mail.AddressSubject, [mail.Greeting, mail.AddressBody, mail.NotYou.With(Site), mail.Closing], cancellation);
    }

    // From the configuration: a request's headers do not decide what a mail says.
    private string Site => eid.Get(BelgianEidDefaults.AuthenticationScheme).Origins.FirstOrDefault() ?? "";

    private static (MailTexts Mail, CounterTexts Counter) Texts(TownUser user)
    {
        var culture = TownTexts.All.Any(texts => texts.Tag == user.Language) ? new CultureInfo(user.Language) : new CultureInfo("en");
        return (MailTexts.In(culture), CounterTexts.In(culture));
    }
}
