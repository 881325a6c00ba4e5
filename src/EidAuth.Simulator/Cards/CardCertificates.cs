namespace EidAuth.Simulator.Cards;

/// <summary>The DER of a card's five certificates, files 5038 to 503C in this order.</summary>
internal sealed record CardCertificates(byte[] Authentication, byte[] Signature, byte[] CitizenCa, byte[] Root, byte[] NationalRegister);
