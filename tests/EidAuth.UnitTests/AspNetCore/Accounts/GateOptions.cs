using Microsoft.AspNetCore.Authentication;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Options of <see cref="GateHandler"/>.</summary>
internal sealed class GateOptions : RemoteAuthenticationOptions
{
    public GateOptions() => Events = new RemoteAuthenticationEvents();
}
