using EidAgent.Diary;
using EidAgent.Hosting;
using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAgent.Removals;

/// <summary>Says to a site that the card of one of its sessions left. No log line names the site or holds the session's secret.</summary>
internal sealed class EndPost(Func<HttpMessageHandler> handler, LoginRecorder recorder, TimeProvider clock, ILogger<EndPost> log) : IDisposable
{
    /// <summary>So long one try may take, connection and all: nobody waits for it, and a site that is well answers in a second.</summary>
    public static readonly TimeSpan TryTime = TimeSpan.FromSeconds(10);

    /// <summary>Before the one repetition: enough for a site that is being restarted behind its proxy, too little for somebody to go on in the session.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private const int MostTries = 2;

    // Most logins never need one.
    private readonly Lazy<HttpMessageInvoker> http = new(() => new HttpMessageInvoker(handler()));

    /// <summary>Posts, and once more after no answer or one of 500 and above. Never throws.</summary>
    public async Task SendAsync(KeptSession session, CancellationToken stopping)
    {
        try
        {
            var status = await TryAsync(session, stopping);
            for (var tries = 1; status is null or >= 500 && tries < MostTries; tries++)
            {
                await Task.Delay(RetryAfter, clock, stopping);
                status = await TryAsync(session, stopping);
            }

            recorder.SessionEnded(session.Address, Report(status));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Forgotten with the agent.
        }
#pragma warning disable CA1031 // The agent goes on serving; only the exception's type is logged, its text could name the site.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AgentLog.AgentFault(log, exception.GetType().Name);
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
        {
            http.Value.Dispose();
        }
    }

    // The status, or null when none came. Of the answer's body nothing is read.
    private async Task<int?> TryAsync(KeptSession session, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(TryTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        using var request = new HttpRequestMessage(HttpMethod.Post, session.Address)
        {
            Content = new FormUrlEncodedContent([new(LoginFormat.EndParameter, session.End)]),
        };
        try
        {
            using var response = await http.Value.SendAsync(request, either.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private string Report(int? status)
    {
        switch (status)
        {
            case null:
                AgentLog.SessionEndUnanswered(log);
                return DiaryOutcomes.SessionEndUnanswered;
            case >= 200 and < 300:
                AgentLog.SessionEnded(log);
                return DiaryOutcomes.SessionEndSent;
            case { } code:
                AgentLog.SessionEndRefused(log, code);
                return DiaryOutcomes.SessionEndRefused;
        }
    }
}
