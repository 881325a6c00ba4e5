using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

// The least that Kestrel can be asked for: one address, one answer, no logging, no settings. The agent's start is held against it.
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "EmptyKestrel" });
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture)));
var app = builder.Build();
app.Run(context => context.Response.WriteAsync("empty"));
await app.RunAsync();
