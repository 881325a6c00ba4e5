namespace EidAuth.AspNetCore.Identity.Data;

/// <summary>When and how an account was last logged in to.</summary>
internal sealed class LastLoginRow
{
    public required string UserId { get; init; }

    public required DateTimeOffset At { get; set; }

    public required string Method { get; set; }
}
