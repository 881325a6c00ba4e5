using System.Text.Json;

namespace EidAuth.AspNetCore.Identity;

/// <summary>The stable text of a refusal.</summary>
public static class AccountRefusalCode
{
    /// <summary>For example <c>linked_elsewhere</c>.</summary>
    public static string ToCode(this AccountRefusal refusal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());
}
