namespace EidAuth.Transcripts;

/// <summary>What a program comes to with the card of a transcript. One closed list; the names in a text are given by <see cref="TranscriptExpectations"/>.</summary>
public enum TranscriptExpectation
{
    /// <summary><c>read</c>: identity, address and photo are read and understood; the photo's hash is the one in the identity.</summary>
    Read,

    /// <summary><c>login</c>: a login comes as far as VERIFY, and the card is logged off after it.</summary>
    Login,

    /// <summary><c>no-certificate</c>: identity is read; there is no authentication certificate.</summary>
    NoCertificate,

    /// <summary><c>not-activated</c>: the card says that it is not activated.</summary>
    NotActivated,

    /// <summary><c>not-belgian</c>: the card is not a Belgian one, and is sent no command.</summary>
    NotBelgian,
}
