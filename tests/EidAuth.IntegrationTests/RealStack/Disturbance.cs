namespace EidAuth.IntegrationTests.RealStack;

/// <summary>What happens around a card that is in use.</summary>
public enum Disturbance
{
    /// <summary>It is pulled out.</summary>
    Pull,

    /// <summary>It is pulled out and another one is in at once.</summary>
    Swap,

    /// <summary>A second program resets it.</summary>
    Reset,

    /// <summary>pcscd is killed, and started again afterwards.</summary>
    Kill,
}
