using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

// The least that Kestrel can be asked for: one address, one answer, no logging, no settings. The agent's start is held against it. "usual": what everybody else's program begins with.
var builder = args[0] == "usual" ? WebApplication.CreateBuilder() : WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "EmptyKestrel" });
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(args[^1], CultureInfo.InvariantCulture)));
var app = builder.Build();
app.Run(context => context.Response.WriteAsync("empty"));
await app.RunAsync();
