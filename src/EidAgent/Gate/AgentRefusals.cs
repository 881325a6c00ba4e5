using System.Text.Json;
using EidAuth.Login;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Code and HTTP status of each refusal.</summary>
internal static class AgentRefusals
{
    /// <summary>The stable code: the name in snake_case.</summary>
    public static string Code(this AgentRefusal refusal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());

    /// <summary>The asker is told nothing, not even what runs here: it may be somebody else, or a page that only guesses.</summary>
    public static bool IsNeutral(this AgentRefusal refusal) => refusal is AgentRefusal.OwnerUnknown or AgentRefusal.ForeignHost;

    /// <summary>The asker sits at this computer and is somebody else: told so in every language, and nothing more.</summary>
    public static bool IsSituation(this AgentRefusal refusal) => refusal is AgentRefusal.AnotherUser;

    /// <summary>The HTTP status.</summary>
    public static int Status(this AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.ForeignHost => StatusCodes.Status421MisdirectedRequest,
        AgentRefusal.MethodRefused => StatusCodes.Status405MethodNotAllowed,
        AgentRefusal.NotFound or AgentRefusal.LoginUnknown => StatusCodes.Status404NotFound,
        AgentRefusal.FormTooLarge => StatusCodes.Status413PayloadTooLarge,
        AgentRefusal.FormMalformed or AgentRefusal.RequestMalformed or AgentRefusal.UnknownVersion or AgentRefusal.ReturnAddressRefused
            or AgentRefusal.UnknownField => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status403Forbidden,
    };

    /// <summary>The refusal that says what was wrong with a site's request.</summary>
    public static AgentRefusal Of(LoginRequestError error) => error switch
    {
        LoginRequestError.UnknownVersion => AgentRefusal.UnknownVersion,
        LoginRequestError.ReturnAddressRefused => AgentRefusal.ReturnAddressRefused,
        LoginRequestError.UnknownField => AgentRefusal.UnknownField,
        _ => AgentRefusal.RequestMalformed,
    };
}
