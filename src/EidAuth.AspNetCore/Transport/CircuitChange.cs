namespace EidAuth.AspNetCore.Transport;

/// <summary>What an exchange did to a circuit.</summary>
internal enum CircuitChange
{
    None,
    Opened,
    Closed,
}
