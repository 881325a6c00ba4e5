namespace EidAuth.AspNetCore;

/// <summary>The moments of a login a site can take part in.</summary>
public class BelgianEidEvents
{
    /// <summary>The browser is about to be sent to the agent.</summary>
    public Func<RedirectToAgentContext, Task> OnRedirectToAgent { get; set; } = _ => Task.CompletedTask;

    /// <summary>The login is proven and not yet signed in: claims can be added, or the login refused.</summary>
    public Func<LoginVerifiedContext, Task> OnLoginVerified { get; set; } = _ => Task.CompletedTask;

    /// <summary>A login did not succeed; the answer can be replaced.</summary>
    public Func<LoginRefusedContext, Task> OnLoginRefused { get; set; } = _ => Task.CompletedTask;

    /// <summary>Calls <see cref="OnRedirectToAgent"/>.</summary>
    public virtual Task RedirectToAgent(RedirectToAgentContext context) => OnRedirectToAgent(context);

    /// <summary>Calls <see cref="OnLoginVerified"/>.</summary>
    public virtual Task LoginVerified(LoginVerifiedContext context) => OnLoginVerified(context);

    /// <summary>Calls <see cref="OnLoginRefused"/>.</summary>
    public virtual Task LoginRefused(LoginRefusedContext context) => OnLoginRefused(context);
}
