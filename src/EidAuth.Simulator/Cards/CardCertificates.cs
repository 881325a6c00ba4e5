namespace EidAuth.Simulator.Cards;

/// <summary>The DER of a card's certificates, files 5038 to 503C in this order; null for those that a card can be without.</summary>
internal sealed record CardCertificates(byte[]? Authentication, byte[]? Signature, byte[] IssuingCa, byte[] Root, byte[] NationalRegister);
