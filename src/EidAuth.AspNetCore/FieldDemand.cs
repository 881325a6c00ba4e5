namespace EidAuth.AspNetCore;

/// <summary>Whether a site asks for a field of the card beside the login.</summary>
public enum FieldDemand
{
    /// <summary>Not asked for; what comes all the same is dropped unread.</summary>
    None,

    /// <summary>Asked for; a citizen who does not give it logs in without.</summary>
    Optional,

    /// <summary>Asked for; a login without it ends as <see cref="Login.FieldsRejection.FieldsNotGiven"/>.</summary>
    Required,
}
