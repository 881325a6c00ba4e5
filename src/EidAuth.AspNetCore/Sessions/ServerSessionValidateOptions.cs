using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>Says at start-up which times cannot hold.</summary>
internal sealed class ServerSessionValidateOptions : IValidateOptions<ServerSessionOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerSessionOptions options) =>
        options.IdleTime < ServerSessionOptions.MinimumIdleTime || options.IdleTime > options.AbsoluteTime || options.AbsoluteTime > ServerSessionOptions.MaximumAbsoluteTime
            ? ValidateOptionsResult.Fail(
                $"AddServerSessions(\"{name}\"): IdleTime is at least two minutes and no longer than AbsoluteTime, AbsoluteTime no longer than 30 days: "
                + "sessions => (sessions.IdleTime, sessions.AbsoluteTime) = (TimeSpan.FromMinutes(30), TimeSpan.FromHours(8)).")
            : ValidateOptionsResult.Success;
}
