using EidAuth.Belpic;

namespace EidAgent.Commands;

/// <summary>What <c>read</c> has to tell, before it becomes a table or JSON.</summary>
/// <param name="Content">What was read.</param>
/// <param name="Reader">The reader's name.</param>
internal sealed record CardReport(CardContent Content, string Reader)
{
    /// <summary>The judgement; null when it was not asked for.</summary>
    public CardProof? Proof { get; init; }

    /// <summary>Test anchors are named.</summary>
    public bool IsTest { get; init; }

    /// <summary>Where the photo was written, or null.</summary>
    public string? PhotoFile { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>Everything that was read is proven, the identity among it.</summary>
    public bool IsVerified => Proof is { IsGenuine: true } && Proof.IsProven(CardFact.Identity);

    /// <summary>For example 1.8.</summary>
    public string Applet => FormattableString.Invariant($"{(int)Content.Applet >> 4}.{(int)Content.Applet & 0x0F}");

    /// <summary>The document's number with its name: C, EU+, Kids-A; the number alone when no table knows it.</summary>
    public static string DocumentName(Identity identity) => identity.DocumentType switch
    {
        DocumentType.Unknown or DocumentType.EuropeanCitizen2004 or DocumentType.OtherCitizen2004 or DocumentType.Bootstrap or DocumentType.Habilitation =>
            identity.DocumentTypeNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?",
        DocumentType.KidsId => "Kids-ID",
        var type => type.ToString().Replace("Of1030", "", StringComparison.Ordinal).Replace("Plus", "+", StringComparison.Ordinal)
            .Replace("Eu", "EU", StringComparison.Ordinal).Replace("Kids", "Kids-", StringComparison.Ordinal),
    };

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(CardReport);
}
