namespace EidAuth.AspNetCore;

/// <summary>The claims of a card login. Names are those of OpenID Connect where it has one.</summary>
public static class BelgianEidClaimTypes
{
    /// <summary>The keyed pseudonym of this person at this site, 43 characters; also given as ClaimTypes.NameIdentifier.</summary>
    public const string Subject = "sub";

    /// <summary>Which pseudonym key made the subject.</summary>
    public const string SubjectKeyId = "eid:sub_key_id";

    /// <summary>Given names and surname as one text; absent when the certificate has neither.</summary>
    public const string Name = "name";

    /// <summary>Given names, as in the certificate; absent when it has none.</summary>
    public const string GivenName = "given_name";

    /// <summary>Surname, as in the certificate; absent when it has none.</summary>
    public const string FamilyName = "family_name";

    /// <summary>How the person proved it (RFC 8176): two claims, <c>sc</c> and <c>pin</c>.</summary>
    public const string AuthenticationMethod = "amr";

    /// <summary>The level of assurance, <see cref="BelgianEidOptions.Acr"/>.</summary>
    public const string AuthenticationContext = "acr";

    /// <summary>When the login was proven, in seconds since 1970.</summary>
    public const string AuthenticationTime = "auth_time";

    /// <summary>
    /// When a card proved the person, in seconds since 1970. Beside <see cref="AuthenticationTime"/>, which other ways of logging in give too: this one alone says that a card
    /// was there, and how long ago.
    /// </summary>
    public const string ProvenAt = "eid:proven_at";

    /// <summary>
    /// What said that the certificate is not revoked: <c>ocsp</c>, an answer of its responder; <c>crl</c>, a revocation list; <c>grace</c>, nobody at the moment, only
    /// evidence past its end (<see cref="BelgianEidRevocation.GraceTime"/>). Who lets people do more with a stronger login looks at it.
    /// </summary>
    public const string Revocation = "eid:revocation";

    /// <summary>Present, with value <c>true</c>, when the path ended in a test anchor.</summary>
    public const string TestTrust = "eid:test_trust";

    /// <summary>Birth date from the card, yyyy-MM-dd, or the year alone where the card has no more.</summary>
    public const string BirthDate = "birthdate";

    /// <summary>Sex from the card, <c>male</c> or <c>female</c>.</summary>
    public const string Gender = "gender";

    /// <summary>Nationality from the card, a word in the card's language.</summary>
    public const string Nationality = "eid:nationality";

    /// <summary>Birth place from the card.</summary>
    public const string BirthPlace = "eid:birth_place";

    /// <summary>Street and number from the card.</summary>
    public const string Street = "eid:street";

    /// <summary>Postal code from the card.</summary>
    public const string PostalCode = "eid:postal_code";

    /// <summary>Municipality from the card.</summary>
    public const string Municipality = "eid:municipality";

    /// <summary>An age in years that is certainly reached, one claim for each of <see cref="BelgianEidFields.Ages"/>.</summary>
    public const string AgeOver = "eid:age_over";

    /// <summary><c>true</c> or <c>false</c>: the address has one of <see cref="BelgianEidFields.PostalCodes"/>.</summary>
    public const string Resident = "eid:resident";

    /// <summary>
    /// In <see cref="System.Security.Claims.Claim.Properties"/> of what says something of the person: what proves it, <c>certificate</c> or
    /// <c>national-register-signature</c>. The second says who wrote it, not that it is the latest.
    /// </summary>
    public const string ProofProperty = "eid:proof";

    /// <summary>Beside <see cref="ProofProperty"/>: when it was read, in seconds since 1970.</summary>
    public const string ReadAtProperty = "eid:read_at";

    /// <summary>The 11 digits of the National Register; only with <see cref="BelgianEidOptions.IncludeNationalNumber"/>.</summary>
    public const string NationalNumber = "eid:national_number";
}
