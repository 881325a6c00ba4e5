using System.Globalization;
using Microsoft.AspNetCore.Authorization;

namespace EidAuth.AspNetCore;

/// <summary>
/// This page, action or endpoint wants a login with the eID card: <c>[RequireEid(MaxAge = "00:10:00")]</c>. Who has none is sent to the card and comes back; see
/// <see cref="EidStepUp"/> for forms.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireEidAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>How old the card login may be, <c>hours:minutes:seconds</c>. Without it and <see cref="MaxAgeSeconds"/>: any of this session.</summary>
    public string? MaxAge { get; set; }

    /// <summary>The same in seconds; -1 says nothing.</summary>
    public int MaxAgeSeconds { get; set; } = -1;

    /// <summary><see cref="EidRequirement.AllowGrace"/>.</summary>
    public bool AllowGrace { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The age is not one.</exception>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new EidRequirement(Age()) { AllowGrace = AllowGrace }];

    private TimeSpan? Age() => (MaxAge, MaxAgeSeconds) switch
    {
        (null, -1) => null,
        (null, >= 0) => TimeSpan.FromSeconds(MaxAgeSeconds),

        // A bare "4" would be four days.
        ({ } text, -1) when text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var age) && age >= TimeSpan.Zero => age,
        _ => throw new InvalidOperationException("[RequireEid] takes one age: MaxAge = \"00:10:00\" (hours:minutes:seconds) or MaxAgeSeconds = 600."),
    };
}
