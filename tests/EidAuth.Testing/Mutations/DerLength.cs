namespace EidAuth.Testing.Mutations;

/// <summary>How the length of an element is written (X.690 §8.1.3, §10.1).</summary>
public enum DerLength
{
    /// <summary>As DER wants it.</summary>
    Shortest,

    /// <summary>81, though it would fit without.</summary>
    OneByte,

    /// <summary>82, with a leading zero perhaps.</summary>
    TwoBytes,

    /// <summary>84.</summary>
    FourBytes,

    /// <summary>89: more than any reader has room for.</summary>
    NineBytes,

    /// <summary>80, closed by two zeros.</summary>
    Indefinite,

    /// <summary>80, never closed.</summary>
    Open,

    /// <summary>One less than there is.</summary>
    TooShort,

    /// <summary>One more than there is.</summary>
    TooLong,

    /// <summary>2 GiB less one.</summary>
    Huge,
}
