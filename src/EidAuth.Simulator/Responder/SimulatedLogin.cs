namespace EidAuth.Simulator.Responder;

/// <summary>What the agent would send back to a site, as the form fields of docs/protocol.md. Holds a certificate: not for logs.</summary>
/// <param name="Token">JSON of the token, the field <c>token</c>.</param>
/// <param name="Chain">JSON of issuing CA and root, the field <c>chain</c>.</param>
public sealed record SimulatedLogin(string Token, string Chain)
{
    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(SimulatedLogin);
}
