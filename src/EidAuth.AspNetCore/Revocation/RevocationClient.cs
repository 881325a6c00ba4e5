using EidAuth.AspNetCore.Transport;
using EidAuth.Pki;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>Does what a <see cref="RevocationCheck"/> wants done, until it concludes. Logins that ask about the same certificate at the same time share one question.</summary>
internal sealed class RevocationClient(OcspClient ocsp, CrlClient lists, ListRefresh refresh, TimeProvider clock)
{
    // What is shared ends on a clock of its own, begun a moment after the login's.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    /// <summary>What is known about that certificate, after everybody was asked who has to be and for whom there was time.</summary>
    /// <param name="site">Whose policy and knowledge.</param>
    /// <param name="question">About which certificate.</param>
    /// <param name="budget">The login's.</param>
    /// <param name="leaving">The login's request; its end ends nobody else's.</param>
    public async Task<RevocationFinding> FindAsync(SiteRevocation site, RevocationQuestion question, LoginBudget budget, CancellationToken leaving)
    {
        refresh.Note(site, question);
        var check = site.Check(question);
        if (check.Next(clock.GetUtcNow()) is RevocationStep.Conclude held)
        {
            return held.Finding;
        }

        if (budget.Remaining <= TimeSpan.Zero)
        {
            return await WithoutAsking(site, question);
        }

        try
        {
            return await site.UnderWay.Join(question.Key, () => AskAsync(site, check)).WaitAsync(budget.Remaining + Slack, clock, leaving);
        }
        catch (TimeoutException)
        {
            return await WithoutAsking(site, question);
        }
    }

    private async Task<RevocationFinding> AskAsync(SiteRevocation site, RevocationCheck check)
    {
        using var budget = new LoginBudget(clock, site.Budget);
        return await RunAsync(site, check, budget);
    }

    // As if nobody had answered.
    private Task<RevocationFinding> WithoutAsking(SiteRevocation site, RevocationQuestion question) => RunAsync(site, site.Check(question), budget: null);

    // Without a budget nobody is asked.
    private async Task<RevocationFinding> RunAsync(SiteRevocation site, RevocationCheck check, LoginBudget? budget)
    {
        while (true)
        {
            switch (check.Next(clock.GetUtcNow()))
            {
                case RevocationStep.AskResponder ask:
                    var body = budget is null ? default : await ocsp.AskAsync(ask.Question.Address, ask.Question.Request, budget, CancellationToken.None);
                    check.TakeAnswer(body, clock.GetUtcNow());
                    break;
                case RevocationStep.FetchList fetch:
                    await (budget is null ? Task.CompletedTask : FetchAsync(site, fetch.Question, budget));
                    check.ListTried();
                    break;
                case RevocationStep.Conclude conclude:
                    return conclude.Finding;
            }
        }
    }

    // When the time is over the fetch goes on: the next login has the list.
    private async Task FetchAsync(SiteRevocation site, CrlQuestion question, LoginBudget budget)
    {
        var fetch = lists.FetchAsync(site, question);
        try
        {
            await fetch.WaitAsync(budget.NextTry, clock);
        }
        catch (TimeoutException)
        {
        }
    }
}
