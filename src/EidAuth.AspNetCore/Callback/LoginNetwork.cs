using EidAuth.AspNetCore.Issuers;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Transport;

namespace EidAuth.AspNetCore.Callback;

/// <summary>All that a login may ask of others.</summary>
/// <param name="Issuers">For a missing issuing CA.</param>
/// <param name="Revocation">For what is known about revocation.</param>
/// <param name="Meter">For what it cost.</param>
internal sealed record LoginNetwork(IssuerClient Issuers, RevocationClient Revocation, EidMeter Meter);
