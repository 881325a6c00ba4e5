using System.Globalization;
using EidAuth.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Mail;
using TownSite.Office;
using TownSite.Texts;

namespace TownSite.Counter;

/// <summary>Adds counter, back office and mail to the site.</summary>
internal static class CounterExtensions
{
    /// <summary>Reads the forms at once: with one that does not count, the site does not start.</summary>
    /// <exception cref="FormFileException">A form does not count.</exception>
    public static void AddCounter(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Town");
        builder.Services.Configure<CounterOptions>(section);
        builder.Services.Configure<MailOptions>(section);
        var counter = section.Get<CounterOptions>() ?? new CounterOptions();
        builder.Services.AddSingleton(FormCatalogue.Open(Path.GetFullPath(counter.FormsFolder, builder.Environment.ContentRootPath)));
        builder.Services.AddScoped<Drafts>();
        builder.Services.AddScoped<ProvenPersons>();
        builder.Services.AddScoped<CitizenRequests>();
        builder.Services.AddScoped<CardFreshness>();
        builder.Services.AddScoped<OfficeRequests>();
        builder.Services.AddScoped<OfficeAccounts>();
        builder.Services.AddScoped<CurrentOfficer>();
        builder.Services.AddScoped<CounterSeed>();
        builder.Services.AddSingleton<MailFolder>();
        builder.Services.AddSingleton<TownMail>();
        builder.Services.AddScoped<IAccountNotice<TownUser>, LinkNotice>();
        builder.Services.AddScoped(_ => CounterTexts.In(CultureInfo.CurrentUICulture));
        builder.Services.AddScoped(_ => OfficeTexts.In(CultureInfo.CurrentUICulture));
    }
}
