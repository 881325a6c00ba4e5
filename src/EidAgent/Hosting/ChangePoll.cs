using EidAgent.Logins;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace EidAgent.Hosting;

/// <summary>
/// Answers the script of an open page. 200: the main element as it now is. 204: nothing new, ask again. 205: it ended, load the whole page. When the agent stops there will be no page to load: then
/// 200 has the end.
/// </summary>
internal sealed class ChangePoll(IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan PollTime = TimeSpan.FromSeconds(25);

    /// <summary>Waits for a change after the version that the page knows, then writes; false when the request names no version.</summary>
    public async Task<bool> ServeAsync(HttpContext context, CardUse use, Func<LoginProgress, Task> write)
    {
        if (!int.TryParse(context.Request.Query["after"], out var known))
        {
            return false;
        }

        using var patience = new CancellationTokenSource(PollTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await use.WaitForChangeAsync(known, either.Token);
        }
        catch (OperationCanceledException)
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested || !use.End(LoginEnding.AgentStopping))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return true;
            }
        }

        // Looked at once: it may go on while it is written.
        var now = use.Progress;
        if (now is { Phase: LoginPhase.Ended, Ending: not LoginEnding.AgentStopping })
        {
            context.Response.StatusCode = StatusCodes.Status205ResetContent;
            return true;
        }

        await write(now);
        return true;
    }
}
