using EidAuth.AspNetCore.StepUp;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.AspNetCore;

/// <summary>The answer that sends somebody to the card: <see cref="EidStepUp.Challenge"/>.</summary>
public sealed class EidStepUpResult : IActionResult, IResult
{
    private readonly HttpContext context;
    private readonly EidRequirement requirement;
    private readonly string returnUrl;

    internal EidStepUpResult(HttpContext context, EidRequirement requirement, string returnUrl) =>
        (this.context, this.requirement, this.returnUrl) = (context, requirement, returnUrl);

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) => StartAsync();

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => StartAsync();

    private Task StartAsync() => context.RequestServices.GetRequiredService<StepUpChallenge>().StartAsync(context, requirement, returnUrl);
}
