using System.Collections.Frozen;
using System.Text.Json;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Callback;

/// <summary>The field <c>error</c>: a <see cref="LoginFailure"/> in snake_case, nothing else.</summary>
internal static class AgentFailure
{
    private static readonly FrozenDictionary<string, LoginFailure> ByCode =
        Enum.GetValues<LoginFailure>().ToFrozenDictionary(failure => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString()), StringComparer.Ordinal);

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static LoginFailure Of(string code) => ByCode[code];
}
