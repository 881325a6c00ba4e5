namespace EidAuth.Pki;

/// <summary>The times of a verified answer, by the responder's clock (RFC 6960 §4.2.2.1).</summary>
/// <param name="ProducedAt">When the responder signed it.</param>
/// <param name="ThisUpdate">When the status was known to be right.</param>
/// <param name="NextUpdate">When newer information will be there.</param>
internal readonly record struct OcspAnswer(DateTimeOffset ProducedAt, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate);
