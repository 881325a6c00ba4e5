using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Finds out whether one certificate is revoked, one step at a time and without network: it says what to ask next, and judges what came. For one caller at a time.
/// </summary>
/// <remarks>
/// Whoever says revoked is believed at once. Otherwise sources are asked in the order of the mode, until one decides; a broken answer is no answer. A root's list that
/// was fetched within a day decides about an issuing CA without asking its responder.
/// </remarks>
/// <param name="question">About which certificate.</param>
/// <param name="policy">The order, and what happens when nobody answers.</param>
/// <param name="lists">The lists at hand.</param>
/// <param name="answers">The answers at hand.</param>
public sealed class RevocationCheck(RevocationQuestion question, RevocationPolicy policy, CrlStore lists, OcspAnswerCache answers)
{
    private RevocationFinding? answer;
    private bool isListTried;

    /// <summary>What is wanted next. Gives the same until it was done.</summary>
    /// <param name="now">The verifier's clock.</param>
    public RevocationStep Next(DateTimeOffset now)
    {
        if (answer is { IsDecided: true })
        {
            return new RevocationStep.Conclude(answer);
        }

        var listed = question.JudgeLists(lists, TimeSpan.Zero, now);
        if (listed.Rejection is LoginRejection.CertificateRevoked or LoginRejection.IssuerRevoked)
        {
            return new RevocationStep.Conclude(listed);
        }

        if (answer is null && answers.Find(question, TimeSpan.Zero, now) is { } held)
        {
            return new RevocationStep.Conclude(held);
        }

        return IsListFirst ? ListThenAnswer(listed, now) : AnswerThenList(listed, now);
    }

    /// <summary>Judges what came for <see cref="RevocationStep.AskResponder"/>.</summary>
    /// <param name="body">DER of the OCSPResponse; empty when none came.</param>
    /// <param name="now">The verifier's clock.</param>
    public void TakeAnswer(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        answer = question.JudgeAnswer(body, policy.NonceRequired, now);
        answers.Take(answer, now);
    }

    /// <summary>The list was fetched, or could not be.</summary>
    public void ListTried() => isListTried = true;

    private bool IsListFirst => policy.Mode == RevocationMode.CrlFirst || question.IsIssuer;

    private TimeSpan ListAge => question.IsIssuer ? policy.IssuerListAge : policy.HolderListAge;

    private RevocationStep AnswerThenList(RevocationFinding listed, DateTimeOffset now) =>
        WantsAnswer ? new RevocationStep.AskResponder(question.Ocsp!)
        : WantsList(now) ? new RevocationStep.FetchList(question.Crl)
        : new RevocationStep.Conclude(listed.IsDecided ? listed : Undecided(now));

    // A root's list is looked at first, but fetched for a login only when its responder does not answer: that is done in the background.
    private RevocationStep ListThenAnswer(RevocationFinding listed, DateTimeOffset now) =>
        listed.IsDecided && !WantsList(now) ? new RevocationStep.Conclude(listed)
        : policy.Mode == RevocationMode.CrlFirst && WantsList(now) ? new RevocationStep.FetchList(question.Crl)
        : listed.IsDecided && isListTried ? new RevocationStep.Conclude(listed)
        : AnswerThenList(listed, now);

    private bool WantsAnswer => answer is null && question.Ocsp is not null;

    private bool WantsList(DateTimeOffset now) => !isListTried && question.Crl.Address is not null && !lists.WasCheckedWithin(question.Crl, ListAge, now);

    // Nobody decided. Why is what the responder's answer came to.
    private RevocationFinding Undecided(DateTimeOffset now)
    {
        if (policy.GraceTime > TimeSpan.Zero)
        {
            var held = answers.Find(question, policy.GraceTime, now);
            var listed = question.JudgeLists(lists, policy.GraceTime, now);
            var newest = held is null || (listed.IsDecided && listed.Evidence!.ThisUpdate > held.Evidence!.ThisUpdate) ? listed : held;
            if (newest.IsDecided)
            {
                return newest;
            }
        }

        return answer ?? new RevocationFinding(question.Key, question.Ocsp is null && question.Crl.Address is null ? LoginRejection.OcspAddressRefused : LoginRejection.OcspUnavailable, null);
    }
}
