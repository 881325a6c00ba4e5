namespace EidAuth.Belpic;

/// <summary>The generation of the Belpic applet.</summary>
public enum AppletVersion
{
    /// <summary>1.0 and 1.1: RSA-1024.</summary>
    V11 = 0x11,

    /// <summary>1.7: RSA-2048.</summary>
    V17 = 0x17,

    /// <summary>1.8: EC P-384.</summary>
    V18 = 0x18,
}
