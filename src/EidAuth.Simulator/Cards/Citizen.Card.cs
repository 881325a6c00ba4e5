namespace EidAuth.Simulator.Cards;

/// <content>Which card it is, and what is wrong with it.</content>
public sealed partial record Citizen
{
    /// <summary>1.0, 1.1, 1.7 or 1.8.</summary>
    public required string Applet { get; init; }

    /// <summary>The file of hardware-fixtures/cards without applet- and extension, where that is not the applet alone: 1.7-rekeyed.</summary>
    public string? Profile { get; init; }

    /// <summary>4 to 12 digits.</summary>
    public required string Pin { get; init; }

    /// <summary>PIN tries left when the card is made, 0 to 3.</summary>
    public int TriesLeft { get; init; } = 3;

    /// <summary>Bytes of the address file; null for what the generation usually has.</summary>
    public int? AddressLength { get; init; }

    /// <summary>The certificates' C; a foreigner's need not be BE.</summary>
    public string Country { get; init; } = "BE";

    /// <summary>Issued by a Foreigner CA instead of a Citizen CA.</summary>
    public bool ForeignerCa { get; init; }

    /// <summary>Which certificates the card has of its holder.</summary>
    public IReadOnlyList<HolderCertificate> Certificates { get; init; } = [HolderCertificate.Authentication, HolderCertificate.Signature];

    /// <summary>The number in the certificates, where it is not <see cref="NationalNumber"/>.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>What is wrong with this person's card.</summary>
    public IReadOnlyList<CitizenFault> Faults { get; init; } = [];

    /// <summary>That fault is among them.</summary>
    public bool Has(CitizenFault fault) => Faults.Contains(fault);
}
