using EidAuth.Belpic;
using Microsoft.AspNetCore.Authentication;

namespace EidAuth.AspNetCore;

/// <summary>What a site can ask of one login beside the address to return to.</summary>
public sealed class BelgianEidChallengeProperties : AuthenticationProperties
{
    internal const string LanguageParameter = "eid.language";
    internal const string PurposeParameter = "eid.purpose";
    internal const string FieldsParameter = "eid.fields";

    /// <summary>
    /// The language of the agent's pages: nl, fr, de or en. Null: the request's culture when the site uses request localization, otherwise the browser's preference.
    /// </summary>
    public string? Language
    {
        get => GetParameter<string>(LanguageParameter);
        set => SetParameter(LanguageParameter, value);
    }

    /// <summary>
    /// What it is for; <see cref="ChallengePurpose.Login"/> without a word here. Given to another remote scheme, it travels in that scheme's protected state.
    /// </summary>
    public ChallengePurpose Purpose
    {
        get => GetParameter<ChallengePurpose?>(PurposeParameter) ?? ChallengePurpose.Login;
        set
        {
            SetParameter(PurposeParameter, value);
            Items[EidTicket.PurposeItem] = value.Value;
        }
    }

    /// <summary>
    /// Which of <see cref="BelgianEidOptions.Fields"/> this login asks for; what the options do not ask for is not asked. Null: all of them.
    /// <see cref="CardParts.None"/>: a plain login.
    /// </summary>
    public CardParts? Fields
    {
        get => GetParameter<CardParts?>(FieldsParameter);
        set => SetParameter(FieldsParameter, value);
    }
}
