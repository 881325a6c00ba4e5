using System.Collections.Concurrent;

namespace EidAuth.Pki;

/// <summary>
/// Verified revocation lists, by name and key of their CA. Only fresh ones clear a certificate; an older one never replaces a newer one; memory is bounded. Thread-safe: a
/// look waits for nobody, and sees the old list or the new one.
/// </summary>
/// <param name="folder">Keeps lists over a restart; null for memory alone. Made when missing, mode 0700.</param>
/// <param name="limits">How much of a list is read; <see cref="CrlLimits.Default"/> when null.</param>
/// <exception cref="IOException">The folder cannot be made or read.</exception>
/// <exception cref="UnauthorizedAccessException">The folder may not be made or read.</exception>
public sealed class CrlStore(string? folder = null, CrlLimits? limits = null)
{
    /// <summary>More CAs than ever issued cards; each keeps a few bytes when its list has gone.</summary>
    private const int MaximumAuthorities = 4096;

    /// <summary>Lists of one CA with different scopes.</summary>
    private const int MaximumScopes = 32;

    private readonly CrlFolder? folder = folder is null ? null : new CrlFolder(folder);
    private readonly CrlLimits limits = limits ?? CrlLimits.Default;
    private readonly ConcurrentDictionary<NameAndKey, HeldList[]> held = new();
    private readonly Lock changing = new();
    private long size;

    /// <summary>Memory that lists may take together, in bytes; the one that was used longest ago makes room, out-of-date ones first.</summary>
    public long MaximumSize { get; init; } = 256L * 1024 * 1024;

    /// <summary>Memory that they take, nearly.</summary>
    public long Size => Interlocked.Read(ref size);

    /// <summary>What lists about holders must be.</summary>
    internal CrlRules HolderRules { get; init; } = CrlRules.ForHolder;

    /// <summary>What lists about issuing CAs must be.</summary>
    internal CrlRules IssuerRules { get; init; } = CrlRules.ForIssuer;

    /// <summary>Reads, verifies and keeps a list that was fetched for that question.</summary>
    /// <param name="question">The question whose address was fetched.</param>
    /// <param name="body">DER; read to its end, or to the first thing wrong. Its own exceptions pass through.</param>
    /// <param name="now">The verifier's clock.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<CrlIntake> TakeAsync(CrlQuestion question, Stream body, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(body);
        var part = folder?.Begin();
        try
        {
            var reading = await CrlReader.ReadAsync(body, limits, part, cancellation);
            return reading.List is { } list ? Take(question, list, part, now) : new CrlIntake(reading.Defect, null, false);
        }
        finally
        {
            await (part?.DisposeAsync() ?? default);
        }
    }

    /// <summary>Takes what the folder has of that question's CA, verified anew. To be called once for a CA, before anything is fetched for it.</summary>
    /// <returns>How many lists are held now that were not before. Files that are no lists of that CA are removed.</returns>
    public async Task<int> LoadAsync(CrlQuestion question, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var count = 0;
        foreach (var file in folder?.FilesOf(question.Authority) ?? [])
        {
            try
            {
                CrlReading reading;
                await using (var stream = File.OpenRead(file))
                {
                    reading = await CrlReader.ReadAsync(stream, limits, copy: null, cancellation);
                }

                var defect = reading.List is { } list ? Take(question, list, part: null, now).Defect : reading.Defect;
                count += defect is null ? 1 : 0;
                if (defect is not (null or CrlDefect.Stale or CrlDefect.RolledBack or CrlDefect.NotYetValid))
                {
                    File.Delete(file);
                }
            }
            catch (Exception exception) when (CrlFolder.IsOfFiles(exception))
            {
                // A file that cannot be read is a list that is not there.
            }
        }

        return count;
    }

    /// <summary>The fresh list that answers that question, or null. For deciding whether to fetch a newer one.</summary>
    public CrlEvidence? Holds(CrlQuestion question, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        return TryLookup(question.Authority, question.Subject, now, out var verdict) && !verdict.IsOutOfTime ? verdict.Evidence : null;
    }

    /// <summary>What the fresh lists say of a certificate of that CA; no when none speaks of it, with the reason in the verdict.</summary>
    internal bool TryLookup(CertificateAuthority issuer, in CrlSubject subject, DateTimeOffset now, out CrlVerdict verdict) =>
        TryLookup(issuer, subject, now, TimeSpan.Zero, out verdict);

    /// <summary>The same, with lists that ended, but not longer ago than <paramref name="grace"/>.</summary>
    internal bool TryLookup(CertificateAuthority issuer, in CrlSubject subject, DateTimeOffset now, TimeSpan grace, out CrlVerdict verdict)
    {
        verdict = Look(issuer, subject, RulesFor(subject), grace, now);
        return verdict.Status != CrlStatus.Undecided;
    }

    /// <summary>The worst that a list of that CA says of the certificate, under those rules.</summary>
    internal CrlVerdict Look(CertificateAuthority issuer, in CrlSubject subject, CrlRules rules, TimeSpan grace, DateTimeOffset now)
    {
        var verdict = CrlVerdict.Undecided(CrlDefect.Absent);
        if (!held.TryGetValue(KeyOf(issuer), out var lists))
        {
            return verdict;
        }

        // Another certificate of the same CA may not have the right.
        if (!CrlJudge.MaySign(issuer))
        {
            return CrlVerdict.Undecided(CrlDefect.IssuerMayNotSign);
        }

        foreach (var one in lists)
        {
            if (one.List is not { } list)
            {
                continue;
            }

            one.Touch(now);
            var look = list.Look(subject, now, rules, grace);
            if (look.Status > verdict.Status || verdict.Defect == CrlDefect.Absent)
            {
                verdict = look;
            }
        }

        return verdict;
    }

    // What is revoked is believed of a list of any date; grace and skew are added to the latest of them.
    private static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Until when a list counts.</summary>
    internal DateTimeOffset CountsUntil(CrlEvidence list, bool isIssuer)
    {
        var age = (isIssuer ? IssuerRules : HolderRules).MaximumAge;
        var until = list.NextUpdate - list.ThisUpdate < age ? list.NextUpdate : list.ThisUpdate + age;
        return until < EndOfTime ? until : EndOfTime;
    }

    /// <summary>A list that answers the question was fetched, or fetched again, no longer ago than that.</summary>
    internal bool WasCheckedWithin(CrlQuestion question, TimeSpan age, DateTimeOffset now)
    {
        foreach (var one in held.GetValueOrDefault(KeyOf(question.Authority), []))
        {
            // A time in the future is a clock that was put back: then it is not known when that was.
            var since = now - one.CheckedAt;
            if (since >= TimeSpan.Zero
                && since <= age
                && one.List?.Look(question.Subject, now, RulesFor(question.Subject)) is { Status: not CrlStatus.Undecided, IsOutOfTime: false })
            {
                return true;
            }
        }

        return false;
    }

    private CrlIntake Take(CrlQuestion question, CertificateList list, CrlPart? part, DateTimeOffset now)
    {
        var rules = RulesFor(question.Subject);
        if (CrlJudge.Verify(list, question.Authority, rules, out var verified) is { } defect)
        {
            return new CrlIntake(defect, null, false);
        }

        // One that is out of date is noted, so that nothing older than it counts later, and kept only as long as a grace may count it.
        var timeDefect = verified!.DefectAt(now, rules);
        if (timeDefect is not (null or CrlDefect.Stale))
        {
            return new CrlIntake(timeDefect, verified.Evidence, false);
        }

        lock (changing)
        {
            var place = PlaceOf(question.Authority, verified.Scope);
            if (place is null || verified.Size > MaximumSize)
            {
                return new CrlIntake(CrlDefect.TooLarge, verified.Evidence, false);
            }

            if (place.IsRolledBackBy(verified))
            {
                return new CrlIntake(CrlDefect.RolledBack, verified.Evidence, false);
            }

            place.Note(verified);
            if (verified.DefectAt(now, rules, RevocationPolicy.MaximumGraceTime) is not null)
            {
                return new CrlIntake(timeDefect, verified.Evidence, false);
            }

            place.Touch(now);
            Replace(place, verified);
            place.CheckedAt = part is not null || folder is null ? now : place.CheckedAt;
            MakeRoom(place, now);
            return new CrlIntake(timeDefect, verified.Evidence, part?.TryKeepAs(folder!.FileOf(question.Authority, verified.Scope)) ?? false);
        }
    }

    private HeldList? PlaceOf(CertificateAuthority authority, CrlScope scope)
    {
        var key = KeyOf(authority);
        var lists = held.GetValueOrDefault(key, []);
        foreach (var one in lists)
        {
            if (one.Scope.Span.SequenceEqual(scope.Encoded.Span))
            {
                return one;
            }
        }

        if (lists.Length == MaximumScopes || (lists.Length == 0 && held.Count == MaximumAuthorities))
        {
            return null;
        }

        var made = new HeldList(scope.Encoded.ToArray());
        held[key] = [.. lists, made];
        return made;
    }

    private void Replace(HeldList place, VerifiedList? list)
    {
        Interlocked.Add(ref size, (list?.Size ?? 0) - (place.List?.Size ?? 0));
        place.Put(list);
    }

    private void MakeRoom(HeldList newest, DateTimeOffset now)
    {
        while (Size > MaximumSize)
        {
            Replace(
                held.Values.SelectMany(lists => lists)
                    .Where(one => one.List is not null && one != newest)
                    .MinBy(one => one.List!.Evidence.NextUpdate <= now - CrlRules.Skew ? long.MinValue : one.LastUsed)!,
                null);
        }
    }

    private CrlRules RulesFor(in CrlSubject subject) => subject.IsCa ? IssuerRules : HolderRules;

    private static NameAndKey KeyOf(CertificateAuthority authority) => new(authority.Certificate.Subject, authority.KeyHash);
}
