namespace EidAuth.Pki;

/// <summary>The roots a path may end in, pinned by SHA-256 of certificate and of key (never by name, never the machine's store).</summary>
public sealed class TrustAnchors
{
    private TrustAnchors(bool isTest) => IsTest = isTest;

    /// <summary>Belgium Root CA4 and Root CA6.</summary>
    public static TrustAnchors Belgium { get; } = new(isTest: false);

    /// <summary>These are test anchors: whatever is proven with them says so.</summary>
    public bool IsTest { get; }

    /// <summary>The certificates in a folder (*.crt, *.cer, *.der, *.pem), and only those: naming a folder removes the production pins.</summary>
    /// <exception cref="ArgumentException">No such folder, no certificate in it, or one that is no self-signed CA. The message names the file.</exception>
    public static TrustAnchors FromTestFolder(string folder) => throw new NotImplementedException();
}
