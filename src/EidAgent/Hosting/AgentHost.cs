using System.Net;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Gate;
using EidAgent.Guard;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Peer;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Removals;
using EidAgent.Service;
using EidAgent.Sites;
using EidAuth.PcSc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EidAgent.Hosting;

/// <summary>The agent as a host: loopback pages in front, one card operation at a time behind.</summary>
public static class AgentHost
{
    /// <summary>Builds the host; the caller starts and stops it.</summary>
    /// <param name="options">What can be set.</param>
    /// <param name="readers">The system's PC/SC service, or a simulated reader.</param>
    /// <param name="prompt">Where a PIN is typed when the reader has no keypad.</param>
    /// <param name="clock">All times.</param>
    public static WebApplication Build(AgentOptions options, IResourceManager readers, IPinPrompt prompt, TimeProvider clock) =>
        Build(options, readers, prompt, clock, PeerUser.Find);

    internal static WebApplication Build(
        AgentOptions options, IResourceManager readers, IPinPrompt prompt, TimeProvider clock, Func<IPEndPoint, IPEndPoint, PeerOwner> findOwner) =>
        Finish(Begin(options, readers, prompt, clock, findOwner));

    /// <summary>Server and services, as they will be; nothing is built yet.</summary>
    internal static WebApplicationBuilder Begin(
        AgentOptions options, IResourceManager readers, IPinPrompt prompt, TimeProvider clock, Func<IPEndPoint, IPEndPoint, PeerOwner> findOwner)
    {
        // The empty builder: a settings file in the working directory or a variable in the environment could otherwise bind other addresses or log addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "EidAgent" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options, findOwner));
        builder.Logging.AddProvider(new LateConsole(options.LogsJson))
            .AddFilter("Microsoft", LogLevel.Warning)
            // What it logs of a start or stop that failed, it also throws: said by the caller, in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .SetMinimumLevel(LogLevel.Information);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(readers);
        builder.Services.AddSingleton(prompt);
        builder.Services.AddSingleton(clock);
        AddGate(builder.Services);
        AddLogins(builder.Services);
        AddHandedConnections(builder.Services);
        AddSockets(builder.Services, options);
        return builder;
    }

    /// <summary>The host, from its services.</summary>
    internal static WebApplication Finish(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseMiddleware<RequestGate>();
        var pages = new Lazy<RequestDelegate>(() => Pages(app));
        app.Run(context => pages.Value(context));
        var options = app.Services.GetRequiredService<AgentOptions>();
        if (options.TestAnchors is not null)
        {
            AgentLog.TestTrust(app.Services.GetRequiredService<ILogger<PageWriter>>());
        }

        if (options.TracesCommands)
        {
            AgentLog.CommandTrace(app.Services.GetRequiredService<ILogger<PageWriter>>());
        }

        return app;
    }

    // Put together when the first request has passed the gate: the port is open before.
    private static RequestDelegate Pages(IApplicationBuilder app)
    {
        var behind = app.New();
        behind.UseRouting();
        behind.UseEndpoints(routes =>
        {
            app.ApplicationServices.GetRequiredService<SiteEndpoints>().Map(routes);
            app.ApplicationServices.GetRequiredService<DiaryEndpoints>().Map(routes);
            app.ApplicationServices.GetRequiredService<LoginEndpoints>().Map(routes);
            app.ApplicationServices.GetRequiredService<PinEndpoints>().Map(routes);
        });
        return behind.Build();
    }

    // In this order: whose connection it is comes before anything that the request says.
    private static void AddGate(IServiceCollection services)
    {
        services.AddSingleton<IRequestCheck, OwnerCheck>();
        services.AddSingleton<IRequestCheck, HostCheck>();
        services.AddSingleton<IRequestCheck, ProxyCheck>();
        services.AddSingleton<IRequestCheck, FetchCheck>();
        services.AddSingleton<IPageTokenCheck, PageTokenCheck>();
        services.AddSingleton(new ConnectionPlaces(ConnectionPlaces.Usual));
        services.AddSingleton<PageWriter>();
        services.AddSingleton<PageTokens>();
    }

    private static void AddLogins(IServiceCollection services)
    {
        services.AddSingleton(provider => KeptFiles.In(provider.GetRequiredService<AgentOptions>().DataFolder));
        services.AddSingleton<SiteBook>();
        services.AddSingleton<DiaryBook>();
        services.AddSingleton<UsedParts>();
        services.AddHostedService(provider => provider.GetRequiredService<UsedParts>());
        AddPart<LoginRecorder>(services);
        AddPart<LoginAttempts>(services);
        services.AddSingleton<CardTurn>();
        AddPart<IPinGuard, PinGuard>(services);
        services.AddSingleton<LoginRun>();
        services.AddSingleton<PinCheckRun>();
        AddPart<CardSlot>(services);
        services.AddSingleton<LostCards>();
        services.AddSingleton<Func<HttpMessageHandler>>(EndTransport.CreateHandler);
        services.AddSingleton<EndPost>();
        AddPart<RemovalWatch>(services);
        services.AddSingleton<ChangePoll>();
        services.AddSingleton<LoginEndpoints>();
        AddPart<PinChecks>(services);
        services.AddSingleton<PinEndpoints>();
        services.AddSingleton<OwnPages>();
        services.AddSingleton<SiteEndpoints>();
        services.AddSingleton<DiaryEndpoints>();
    }

    private static void AddPart<TPart>(IServiceCollection services)
        where TPart : class => AddPart<TPart, TPart>(services);

    private static void AddPart<TService, TPart>(IServiceCollection services)
        where TService : class
        where TPart : class, TService =>
        services.AddSingleton<TService>(provider => provider.GetRequiredService<UsedParts>().Keep(ActivatorUtilities.CreateInstance<TPart>(provider)));

    private static void AddHandedConnections(IServiceCollection services)
    {
        if (!OperatingSystem.IsWindows())
        {
            services.AddSingleton<IConnectionListenerFactory, HandedTransport>();
        }
    }

    private static void AddSockets(IServiceCollection services, AgentOptions options)
    {
        services.AddSingleton<OpenConnections>();
        if (options.Sockets.Count == 0)
        {
            return;
        }

        services.AddSingleton<IConnectionListenerFactory, HeldSocketTransport>();
        services.AddHostedService<IdleExit>();
    }

    private static void Configure(KestrelServerOptions kestrel, AgentOptions options, Func<IPEndPoint, IPEndPoint, PeerOwner> findOwner)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;

        // Far above the places that there are: what is beyond this is closed unheard, the newest first.
        limits.MaxConcurrentConnections = 1024;
        limits.MaxRequestBodySize = 4096;
        limits.MaxRequestLineSize = 4096;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (var address in Addresses(options))
        {
            kestrel.Listen(address, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(ConnectionOwner.Middleware(findOwner));
                listen.Use(kestrel.ApplicationServices.GetRequiredService<ConnectionPlaces>().Middleware);
            });
        }
    }

    // What was handed over at the start comes before what an option names.
    private static IEnumerable<IPEndPoint> Addresses(AgentOptions options) =>
        options.Sockets.Count > 0 ? options.Sockets.Select(socket => Held(socket, options.Port))
        : options.HandedAt is { } path ? [new HandedEndPoint(options.Port) { Path = path }]
        : [new IPEndPoint(IPAddress.Loopback, options.Port)];

    private static IPEndPoint Held(InheritedSocket socket, int port) =>
        socket.Kind == InheritedSocketKind.Local ? new HandedEndPoint(port) { Descriptor = socket.Descriptor } : new HeldSocketEndPoint(socket);
}
