using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore;

/// <summary>Keeps a site from starting with options no login can hold with; each message says what to write.</summary>
internal sealed class BelgianEidValidateOptions : IValidateOptions<BelgianEidOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, BelgianEidOptions options) =>
        options.Setup!.Errors is { Count: > 0 } errors ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
}
