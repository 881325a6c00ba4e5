using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Finds out whether one certificate is revoked, one step at a time and without network: it says what to ask next, and judges what came. For one caller at a time.
/// </summary>
/// <remarks>
/// <para>There are two sources, the responder and the list, and of each the newest word that is known counts. Revoked by either refuses, however old the word is, until
/// the same source says otherwise. Good lets pass only while it is fresh. On hold and unknown refuse as long as they are fresh, and until something newer is
/// known; a responder's word is not overruled by a list that is older.</para>
/// <para>Sources are asked in the order of the mode until one decides; a broken answer is no answer. A root's list that was fetched within a day decides about an issuing CA
/// without asking its responder.</para>
/// </remarks>
/// <param name="question">About which certificate.</param>
/// <param name="policy">The order, and what happens when nobody answers.</param>
/// <param name="lists">The lists at hand.</param>
/// <param name="answers">The answers at hand.</param>
public sealed class RevocationCheck(RevocationQuestion question, RevocationPolicy policy, CrlStore lists, OcspAnswerCache answers)
{
    private OcspQuestion? asked;
    private RevocationFinding? answer;
    private bool isListTried;

    /// <summary>What is wanted next. Gives the same until it was done.</summary>
    /// <param name="now">The verifier's clock.</param>
    public RevocationStep Next(DateTimeOffset now)
    {
        var listed = question.JudgeLists(lists, TimeSpan.Zero, now);
        if (listed is { Status: RevocationStatus.Revoked })
        {
            return new RevocationStep.Conclude(listed);
        }

        if (answer is { IsDecided: true })
        {
            return Conclude(answer, listed);
        }

        if (answers.Newest(question.Key) is { } held)
        {
            if (IsFresh(held, now) && held.Status is (RevocationStatus.Good or RevocationStatus.Revoked))
            {
                return Conclude(held.HeldAt(now), listed);
            }

            if (Forbids(held, listed))
            {
                return WantsAnswer ? Ask()
                    : held.Status != RevocationStatus.Revoked && WantsList(now) ? new RevocationStep.FetchList(question.Crl)
                    : new RevocationStep.Conclude(held.HeldAt(now));
            }
        }

        return IsListFirst ? ListThenAnswer(listed, now) : AnswerThenList(listed, now);
    }

    /// <summary>Judges what came for <see cref="RevocationStep.AskResponder"/>.</summary>
    /// <param name="body">DER of the OCSPResponse; empty when none came.</param>
    /// <param name="now">The verifier's clock.</param>
    /// <exception cref="InvalidOperationException">The certificate names no responder to be asked.</exception>
    public void TakeAnswer(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (!question.HasResponder)
        {
            throw new InvalidOperationException("An answer came though there is nobody to be asked.");
        }

        var judged = question.JudgeAnswer(asked ??= question.OcspBy(policy), body, policy, lists, now);
        var newest = answers.Take(judged);
        answer = ReferenceEquals(newest, judged) ? judged : newest.HeldAt(now);
    }

    /// <summary>The list was fetched, or could not be.</summary>
    public void ListTried() => isListTried = true;

    private bool IsListFirst => policy.Mode == RevocationMode.CrlFirst || question.IsIssuer;

    private bool WantsAnswer => answer is null && question.HasResponder;

    private static bool IsFresh(RevocationFinding held, DateTimeOffset now) =>
        now < held.Evidence!.CountsUntil && held.Evidence.ThisUpdate <= now + OcspRules.Skew;

    // Revoked is not taken back by a list that leaves the certificate out; hold and unknown are, by one that was made later.
    private static bool Forbids(RevocationFinding held, RevocationFinding? listed) =>
        held.Status == RevocationStatus.Revoked
        || (held.Status != RevocationStatus.Good && listed is { Status: RevocationStatus.Good } && !listed.IsNewerThan(held));

    // Where the responder says good, a hold of a list stands only when the list is newer.
    private static RevocationStep.Conclude Conclude(RevocationFinding said, RevocationFinding? listed) =>
        new(said.Status == RevocationStatus.Good && listed is { Status: RevocationStatus.OnHold } && listed.IsNewerThan(said) ? listed : said);

    private RevocationStep.AskResponder Ask() => new(asked ??= question.OcspBy(policy));

    private RevocationStep AnswerThenList(RevocationFinding? listed, DateTimeOffset now) =>
        WantsAnswer ? Ask()
        : WantsList(now) ? new RevocationStep.FetchList(question.Crl)
        : new RevocationStep.Conclude(listed ?? Undecided(now));

    // A root's list is looked at first, but fetched for a login only when its responder does not answer: that is done in the background.
    private RevocationStep ListThenAnswer(RevocationFinding? listed, DateTimeOffset now)
    {
        if (policy.Mode == RevocationMode.CrlFirst && WantsList(now))
        {
            return new RevocationStep.FetchList(question.Crl);
        }

        return listed is not null && (isListTried || !WantsList(now)) ? new RevocationStep.Conclude(listed) : AnswerThenList(listed, now);
    }

    private bool WantsList(DateTimeOffset now) =>
        !isListTried && question.Crl.Address is not null && !lists.WasCheckedWithin(question.Crl, question.IsIssuer ? policy.IssuerListAge : policy.HolderListAge, now);

    // Nobody decided. Why is what the responder's answer came to.
    private RevocationFinding Undecided(DateTimeOffset now) =>
        InGrace(now)
        ?? answer
        ?? new RevocationFinding(
            question.Key,
            RevocationStatus.Undecided,
            question.HasResponder || question.Crl.Address is not null ? LoginRejection.OcspUnavailable : LoginRejection.OcspAddressRefused,
            null,
            now);

    // The newest word that is known, good only within the grace.
    private RevocationFinding? InGrace(DateTimeOffset now)
    {
        if (policy.GraceTime == TimeSpan.Zero)
        {
            return null;
        }

        var listed = question.JudgeLists(lists, policy.GraceTime, now);
        var held = answers.Newest(question.Key);
        if (held is { Status: RevocationStatus.Good } && !IsFresh(held.InGrace(policy.GraceTime, now), now))
        {
            held = null;
        }

        return held is not null && (listed is null || !listed.IsNewerThan(held)) ? held.InGrace(policy.GraceTime, now) : listed;
    }
}
