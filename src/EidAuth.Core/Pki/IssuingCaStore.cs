namespace EidAuth.Pki;

/// <summary>Issuing CAs that verified under a pinned anchor, found by subject name and key identifier. Bounded; thread-safe; grows only by verified entries.</summary>
public sealed class IssuingCaStore
{
    /// <summary>How many are held at the moment.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Reads candidates (roots and issuing CAs) from a folder; each counts only once verified under a pinned anchor.</summary>
    public static IssuingCaStore FromFolder(string folder) => throw new NotImplementedException();
}
