using System.Collections.Frozen;

namespace EidAuth.Pki;

/// <summary>How revocation is judged.</summary>
public sealed record RevocationPolicy
{
    private RevocationPolicy(RevocationMode mode, TimeSpan graceTime) => (Mode, GraceTime) = (mode, graceTime);

    /// <summary>
    /// What the Belgian responders do, by all answers of 2009 to 2025 that are known: <c>ocsp.eid.belgium.be</c> always repeats the nonce,
    /// <c>ocsp.eidpki.belgium.be</c> never does.
    /// </summary>
    public static IReadOnlyDictionary<string, NonceHabit> BelgianNonceHabits { get; } = new Dictionary<string, NonceHabit>
    {
        ["ocsp.eid.belgium.be"] = NonceHabit.Repeats,
        ["ocsp.eidpki.belgium.be"] = NonceHabit.MayLeaveOut,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase); // Above the policies, which are made with it.

    /// <summary><see cref="RevocationMode.HardFail"/>.</summary>
    public static RevocationPolicy HardFail { get; } = new(RevocationMode.HardFail, TimeSpan.Zero);

    /// <summary><see cref="RevocationMode.CrlFirst"/>.</summary>
    public static RevocationPolicy CrlFirst { get; } = new(RevocationMode.CrlFirst, TimeSpan.Zero);

    /// <summary>The longest <see cref="GraceTime"/>: a week.</summary>
    public static TimeSpan MaximumGraceTime { get; } = TimeSpan.FromDays(7);

    /// <summary>Who is asked, and when nobody answers.</summary>
    public RevocationMode Mode { get; }

    /// <summary>How long beyond its end the newest verified evidence counts; zero but in <see cref="RevocationMode.Grace"/>.</summary>
    public TimeSpan GraceTime { get; }

    /// <summary>Refuse all answers that do not repeat the nonce, whatever <see cref="NonceHabits"/> says. The responders under Root CA6 then never count: their lists do.</summary>
    public bool NonceRequired { get; init; }

    /// <summary>Responders by host, for the nonce; one that is not named may leave it out. <see cref="BelgianNonceHabits"/> unless set.</summary>
    public IReadOnlyDictionary<string, NonceHabit> NonceHabits { get; init; } = BelgianNonceHabits;

    /// <summary>How responders are told the issuer. An answer that names it by another hash is about another certificate.</summary>
    public CertIdHash CertIdHash { get; init; }

    /// <summary>A list about holders that was fetched longer ago than this is fetched again before it is used. Real ones are made anew every few hours.</summary>
    public TimeSpan HolderListAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The same for a root's list, about issuing CAs.</summary>
    public TimeSpan IssuerListAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary><see cref="RevocationMode.Grace"/> of that duration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or over <see cref="MaximumGraceTime"/>.</exception>
    public static RevocationPolicy Grace(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, MaximumGraceTime);
        return new(RevocationMode.Grace, duration);
    }

    /// <summary>What is expected of that responder.</summary>
    internal NonceHabit HabitOf(Uri responder) =>
        NonceRequired ? NonceHabit.Repeats : NonceHabits.TryGetValue(responder.Host, out var habit) ? habit : NonceHabit.MayLeaveOut;
}
