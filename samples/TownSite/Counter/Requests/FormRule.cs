using TownSite.Counter.Forms;

namespace TownSite.Counter.Requests;

/// <summary>Decides what becomes of a request. Pure: the card's age is judged before, by the site's authorization.</summary>
internal static class FormRule
{
    /// <summary>What becomes of one request.</summary>
    /// <param name="form">What is asked for.</param>
    /// <param name="asker">For whom.</param>
    /// <param name="cardFresh">The card proved who asks, not longer ago than the form says; true of no form that asks for a password only.</param>
    /// <param name="residency">Where who asks lives.</param>
    /// <param name="stated">All that the certificate states is proven.</param>
    public static RequestOutcome Of(CounterForm form, Asker asker, bool cardFresh, Residency residency, bool stated) =>
        !form.MayAsk(asker) ? RequestOutcome.AskerRefused
        : form.Assurance.Level == AssuranceLevel.Card && !cardFresh ? RequestOutcome.CardNeeded
        : asker == Asker.Other ? RequestOutcome.Officer
        : form.Residents == Residents.Only && residency == Residency.Unproven ? RequestOutcome.AddressUnproven
        : form.Residents == Residents.Only && residency == Residency.Elsewhere ? RequestOutcome.Elsewhere
        : form.Handling == Handling.AtOnce && residency == Residency.Here && stated ? RequestOutcome.AtOnce
        : RequestOutcome.Officer;
}
