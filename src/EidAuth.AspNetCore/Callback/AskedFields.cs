using EidAuth.AspNetCore.Challenges;
using EidAuth.Belpic;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Callback;

/// <summary>What became of the form field <c>identity</c>. What was asked is in the challenge alone: what else is posted is dropped unread.</summary>
/// <param name="Proven">What was asked for and given; null when nothing was.</param>
/// <param name="Refusal">Why the login ends here; null when it goes on.</param>
internal readonly record struct AskedFields(ProvenFields? Proven, FieldsRejection? Refusal)
{
    /// <summary>Judges the field beside the login with which it came.</summary>
    public static AskedFields Judge(string? posted, VerifiedLogin login, Challenge challenge, BelgianEidOptions options, DateTimeOffset now)
    {
        var asked = FieldNames.PartsOf(challenge.Fields);
        ProvenFields? proven = null;
        if (asked != CardParts.None && posted is not null)
        {
            if (!PostedFields.TryParse(posted, asked, out var fields))
            {
                return new(null, FieldsRejection.FieldsMalformed);
            }

            switch (fields!.Judge(login, options.Setup!.Anchors, now))
            {
                case FieldsVerdict.Proven good:
                    // Here the files end: what makes the claims, and whoever comes after, has the words alone.
                    proven = good.Fields.WithoutFiles();
                    break;
                case FieldsVerdict.Rejected bad:
                    return new(null, bad.Reason);
                default:
                    throw new InvalidOperationException("The judge gave a verdict nobody knows.");
            }
        }

        // What the site came to require since the challenge was not asked of this citizen.
        var missing = options.Fields.Required & asked & ~(proven?.Given ?? CardParts.None);
        return missing == CardParts.None ? new(proven, null) : new(null, FieldsRejection.FieldsNotGiven);
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(AskedFields);
}
