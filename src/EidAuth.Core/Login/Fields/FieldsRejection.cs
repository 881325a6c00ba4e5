namespace EidAuth.Login;

/// <summary>Why identity fields that came with a login do not count. One closed list; each has one row in docs/failure-codes.md.</summary>
public enum FieldsRejection
{
    /// <summary>The site cannot do without a field that the citizen did not give, or that the card does not have. Said by the site, not by the judge.</summary>
    FieldsNotGiven,

    /// <summary>The form field is too long, no JSON object, or a member is not in shape.</summary>
    FieldsMalformed,

    /// <summary>A file is missing that was to be given, or that its proof needs.</summary>
    FieldsIncomplete,

    /// <summary>The identity or address file is no sequence of fields, lacks one of them, or is no UTF-8.</summary>
    FieldsUnreadable,

    /// <summary>The National Register's certificate does not lead to a pinned root, may not sign card data, or was not valid when it signed.</summary>
    FieldsRegisterUntrusted,

    /// <summary>The National Register's key is RSA-1024: no card that can log in has one, and others could sign with it too.</summary>
    FieldsRegisterKeyWeak,

    /// <summary>The identity is not signed by the National Register, or was altered.</summary>
    FieldsIdentitySignature,

    /// <summary>The address is not signed by the National Register for this identity, or was altered.</summary>
    FieldsAddressSignature,

    /// <summary>The photo is not the one whose hash is in the identity.</summary>
    FieldsPhotoHash,

    /// <summary>The identity's national number is not the login certificate's.</summary>
    FieldsOfAnotherPerson,

    /// <summary>The identity is of a card whose last day is over: not the card that logged in, or one that should not have.</summary>
    FieldsCardExpired,
}
