using EidAgent.Gate;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EidAgent.Hosting;

/// <summary>The forms of the agent's own pages: a token, a tick or two, an origin.</summary>
internal static class SmallForm
{
    private static readonly FormOptions Bounds = new()
    {
        BufferBody = false,
        KeyLengthLimit = 32,
        ValueLengthLimit = 512,
        ValueCountLimit = 5,
    };

    /// <summary>The form, or why it is none of ours.</summary>
    public static async Task<(IFormCollection? Form, AgentRefusal Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.ContentType != "application/x-www-form-urlencoded")
        {
            return (null, AgentRefusal.FormMalformed);
        }

        try
        {
            return (await request.ReadFormAsync(Bounds, request.HttpContext.RequestAborted), default);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, AgentRefusal.FormTooLarge);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return (null, AgentRefusal.FormMalformed);
        }
    }
}
