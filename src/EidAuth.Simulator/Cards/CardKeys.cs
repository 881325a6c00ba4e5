using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>A card's private keys by reference: 82 authentication, 83 non-repudiation, 81 basic (1.8 only).</summary>
internal sealed record CardKeys(AsymmetricAlgorithm Authentication, AsymmetricAlgorithm Signature, ECDsa? Basic);
