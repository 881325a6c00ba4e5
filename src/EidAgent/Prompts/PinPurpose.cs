namespace EidAgent.Prompts;

/// <summary>What a PIN is typed for.</summary>
public enum PinPurpose
{
    /// <summary>A site asks for a login.</summary>
    Login,

    /// <summary>To check it: <c>pin verify</c>.</summary>
    Check,

    /// <summary>The PIN that holds until it is changed: <c>pin change</c>.</summary>
    CurrentForChange,

    /// <summary>The one that is to hold.</summary>
    New,

    /// <summary>The same once more.</summary>
    NewAgain,
}
