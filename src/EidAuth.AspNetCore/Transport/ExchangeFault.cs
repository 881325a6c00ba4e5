namespace EidAuth.AspNetCore.Transport;

/// <summary>Why what a host of the PKI sent is not even judged. To the person it is as if nobody had answered; log and metrics tell them apart.</summary>
internal enum ExchangeFault
{
    /// <summary>No connection, or it broke.</summary>
    Connection,

    /// <summary>Longer than a try may take, or than was left of the login's budget.</summary>
    TooSlow,

    /// <summary>HTTP status is not 200; a redirect is not followed.</summary>
    Status,

    /// <summary>Not application/ocsp-response; for a revocation list, a text.</summary>
    ContentType,

    /// <summary>Compressed, though nobody asked for it.</summary>
    Encoded,

    /// <summary>Larger than such a thing may be.</summary>
    TooLarge,

    /// <summary>No HTTP, or headers without end.</summary>
    Malformed,

    /// <summary>OCSPResponseStatus tryLater (3).</summary>
    TryLater,

    /// <summary>Not asked: the host failed several times in a row a moment ago.</summary>
    CircuitOpen,
}
