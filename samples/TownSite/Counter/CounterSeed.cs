using Microsoft.EntityFrameworkCore;
using TownSite.Counter.Answers;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Data;

namespace TownSite.Counter;

/// <summary>Invented requests of the invented accounts, one in each state. An account that has asked something already gets none.</summary>
internal sealed class CounterSeed(TownContext context, FormCatalogue forms, TimeProvider clock)
{
    /// <summary>Adds them.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="officerName">Who took them up.</param>
    public async Task PlantAsync(string userName, string officerName)
    {
        var citizen = await context.Users.SingleOrDefaultAsync(user => user.UserName == userName);
        var officer = await context.Users.SingleOrDefaultAsync(user => user.UserName == officerName);
        if (citizen is null || officer is null || await context.Set<ServiceRequest>().AnyAsync(request => request.AskerId == citizen.Id))
        {
            return;
        }

        Add(citizen, officer, 20, "road", [("place", "Brugstraat 14"), ("danger", "no"), ("description", "Een losse tegel naast de brug.")], RequestState.InProgress, RequestState.Ready);
        Add(citizen, officer, 12, "sewer", [("place", "Kerkplein"), ("trouble", "smell")], RequestState.InProgress, RequestState.Refused);
        Add(citizen, officer, 6, "street-light", [("place", "Eidkaai 3"), ("pole", "1042"), ("fault", "flickers")], RequestState.InProgress);
        Add(citizen, officer, 3, "road", [("place", "Molenweg 7"), ("danger", "yes"), ("description", "Een diepe put, net na de bocht.")], RequestState.Withdrawn);
        Add(citizen, officer, 1, "street-light", [("place", "Molenweg 22"), ("fault", "out")]);
        await context.SaveChangesAsync();
    }

    private void Add(TownUser citizen, TownUser officer, int daysAgo, string formId, (string Field, string Value)[] answers, params RequestState[] states)
    {
        // A town may have taken the form away.
        if (forms.Find(formId) is not { } form)
        {
            return;
        }

        var at = clock.GetUtcNow() - TimeSpan.FromDays(daysAgo);
        var request = new ServiceRequest
        {
            Reference = RequestReference.New(),
            Submission = Guid.NewGuid(),
            FormId = form.Id,
            Kind = form.Kind,
            Title = form.Title,
            Answers = AnswerSheet.Of(form, new PostedAnswers { Values = answers.ToDictionary(answer => answer.Field, answer => answer.Value, StringComparer.Ordinal) }),
            AskerId = citizen.Id,
            AskerName = $"{citizen.GivenName} {citizen.FamilyName}".Trim(),
            Means = Means.Password,
            CreatedAt = at,
            ChangedAt = at,
            State = RequestState.Submitted,
        };
        request.Change(RequestState.Submitted, new RequestEvent { At = at, Actor = ActorKind.Citizen, State = RequestState.Submitted });
        foreach (var state in states)
        {
            at += TimeSpan.FromHours(5);
            request.Change(state, Line(state, at, officer));
        }

        context.Add(request);
    }

    private static RequestEvent Line(RequestState state, DateTimeOffset at, TownUser officer) => state == RequestState.Withdrawn
        ? new RequestEvent { At = at, Actor = ActorKind.Citizen, State = state }
        : new RequestEvent
        {
            At = at,
            Actor = ActorKind.Officer,
            ActorId = officer.Id,
            ActorName = $"{officer.GivenName} {officer.FamilyName}".Trim(),
            State = state,
            Note = state switch
            {
                RequestState.Ready => "Hersteld. Bedankt voor uw melding.",
                RequestState.Refused => "Dit riool is van het gewest; wij hebben uw melding daar bezorgd.",
                _ => "",
            },
        };
}
