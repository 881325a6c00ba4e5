using EidAuth.AspNetCore.Issuers;
using EidAuth.AspNetCore.Revocation;

namespace EidAuth.AspNetCore.Callback;

/// <summary>All that a login may ask of others.</summary>
/// <param name="Issuers">For a missing issuing CA.</param>
/// <param name="Revocation">For what is known about revocation.</param>
internal sealed record LoginNetwork(IssuerClient Issuers, RevocationClient Revocation);
