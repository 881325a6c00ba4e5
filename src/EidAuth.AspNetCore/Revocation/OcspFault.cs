namespace EidAuth.AspNetCore.Revocation;

/// <summary>Why a responder's answer is not even judged. All of them are ocsp_unavailable to the person; the log tells them apart.</summary>
internal enum OcspFault
{
    /// <summary>No connection, or it broke.</summary>
    Connection,

    /// <summary>Over three seconds for a try, or four for all.</summary>
    TooSlow,

    /// <summary>HTTP status is not 200; a redirect is not followed.</summary>
    Status,

    /// <summary>Not application/ocsp-response.</summary>
    ContentType,

    /// <summary>Over 64 KiB.</summary>
    TooLarge,

    /// <summary>OCSPResponseStatus tryLater (3).</summary>
    TryLater,
}
