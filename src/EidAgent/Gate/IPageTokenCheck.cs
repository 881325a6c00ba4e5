using EidAgent.Logins;
using Microsoft.Extensions.Primitives;

namespace EidAgent.Gate;

/// <summary>Whether a form was served by the agent itself, for that very login. Asked of every button, after <see cref="RequestGate"/>.</summary>
internal interface IPageTokenCheck
{
    /// <summary>True when the form may press the button.</summary>
    /// <param name="use">The login, or the check of a PIN, that the form's address names.</param>
    /// <param name="posted">Every value of <c>page_token</c> in the form.</param>
    bool Accepts(CardUse use, StringValues posted);
}
