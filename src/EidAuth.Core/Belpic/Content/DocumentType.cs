namespace EidAuth.Belpic;

/// <summary>Tag 0F of the identity file: what kind of document the card is. The values are the card's numbers.</summary>
public enum DocumentType
{
    /// <summary>None, or one that is not in this list; <see cref="Identity.DocumentTypeNumber"/> has the number.</summary>
    Unknown = 0,

    /// <summary>Belgian citizen.</summary>
    Citizen = 1,

    /// <summary>Citizen of the European Union, on the first cards.</summary>
    EuropeanCitizen2004 = 2,

    /// <summary>Citizen of another country, on the first cards.</summary>
    OtherCitizen2004 = 3,

    /// <summary>Belgian child under twelve.</summary>
    KidsId = 6,

    /// <summary>Bootstrap card.</summary>
    Bootstrap = 7,

    /// <summary>Habilitation card.</summary>
    Habilitation = 8,

    /// <summary>A card.</summary>
    A = 11,

    /// <summary>B card.</summary>
    B = 12,

    /// <summary>C card.</summary>
    C = 13,

    /// <summary>D card.</summary>
    D = 14,

    /// <summary>E card.</summary>
    E = 15,

    /// <summary>E+ card.</summary>
    EPlus = 16,

    /// <summary>F card.</summary>
    F = 17,

    /// <summary>F+ card.</summary>
    FPlus = 18,

    /// <summary>H card.</summary>
    H = 19,

    /// <summary>I card.</summary>
    I = 20,

    /// <summary>J card.</summary>
    J = 21,

    /// <summary>M card.</summary>
    M = 22,

    /// <summary>N card (withdrawal of the United Kingdom).</summary>
    N = 23,

    /// <summary>K card.</summary>
    K = 27,

    /// <summary>L card.</summary>
    L = 28,

    /// <summary>EU card.</summary>
    Eu = 31,

    /// <summary>EU+ card.</summary>
    EuPlus = 32,

    /// <summary>A card in the layout of Regulation 1030/2002.</summary>
    AOf1030 = 33,

    /// <summary>B card in the layout of Regulation 1030/2002.</summary>
    BOf1030 = 34,

    /// <summary>F card in the layout of Regulation 1030/2002.</summary>
    FOf1030 = 35,

    /// <summary>F+ card in the layout of Regulation 1030/2002.</summary>
    FPlusOf1030 = 36,

    /// <summary>EU card of a child.</summary>
    KidsEu = 61,

    /// <summary>EU+ card of a child.</summary>
    KidsEuPlus = 62,

    /// <summary>A card of a child.</summary>
    KidsA = 63,

    /// <summary>B card of a child.</summary>
    KidsB = 64,

    /// <summary>K card of a child.</summary>
    KidsK = 65,

    /// <summary>L card of a child.</summary>
    KidsL = 66,

    /// <summary>F card of a child.</summary>
    KidsF = 67,

    /// <summary>F+ card of a child.</summary>
    KidsFPlus = 68,

    /// <summary>M card of a child.</summary>
    KidsM = 69,
}
