using System.Text.Json;
using EidAuth.Login;

namespace EidAuth.AspNetCore;

/// <summary>Why a login did not succeed: one value out of one of four closed lists, by who said no.</summary>
public abstract record EidRefusal
{
    private EidRefusal(string name) => (Name, Code) = (name, JsonNamingPolicy.SnakeCaseLower.ConvertName(name));

    /// <summary>The value's name, for example <c>CertificateRevoked</c>.</summary>
    public string Name { get; }

    /// <summary>The stable code, for example <c>certificate_revoked</c>: the only thing of a refusal that goes into an address or a log.</summary>
    public string Code { get; }

    /// <summary>The site refused the request before looking at a token.</summary>
    public sealed record OfRequest(RequestRefusal Reason) : EidRefusal(Reason.ToString());

    /// <summary>The verifier refused the token or its certificate.</summary>
    public sealed record OfLogin(LoginRejection Reason) : EidRefusal(Reason.ToString());

    /// <summary>The login is good, and the fields of the card that came with it are not.</summary>
    public sealed record OfFields(FieldsRejection Reason) : EidRefusal(Reason.ToString());

    /// <summary>It ended at the agent, without a token.</summary>
    public sealed record AtAgent(LoginFailure Reason) : EidRefusal(Reason.ToString());

    /// <inheritdoc/>
    public sealed override string ToString() => Code;
}
