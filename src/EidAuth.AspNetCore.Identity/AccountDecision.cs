namespace EidAuth.AspNetCore.Identity;

/// <summary>What a proven login comes to. Nothing was written for it: what changes something waits for a POST of the person.</summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public abstract record AccountDecision<TUser>
    where TUser : class
{
    private AccountDecision()
    {
    }

    /// <summary>Says nothing of the person.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The person's account: <see cref="EidAccounts{TUser}.LogInAsync"/> comes next.</summary>
    /// <param name="User">The account.</param>
    public sealed record LogIn(TUser User) : AccountDecision<TUser>;

    /// <summary>
    /// No account knows this person. The site shows the proven name and offers two things, each by POST: a new account (<see cref="EidAccounts{TUser}.CreateAsync"/>),
    /// or the password of one that is there (<see cref="EidAccounts{TUser}.LinkAfterPasswordAsync"/>).
    /// </summary>
    public sealed record NobodyYet : AccountDecision<TUser>;

    /// <summary>The site shows the proven name and asks for the POST that links, <see cref="EidAccounts{TUser}.LinkAsync"/>.</summary>
    /// <param name="User">The account.</param>
    /// <param name="NamesDiffer">The site shows both names, and the person confirms that too.</param>
    public sealed record ConfirmLink(TUser User, bool NamesDiffer) : AccountDecision<TUser>;

    /// <summary>It was to be linked, and is.</summary>
    /// <param name="User">The account.</param>
    public sealed record AlreadyLinkedHere(TUser User) : AccountDecision<TUser>;

    /// <summary>Who is logged in proved it again; the time is <see cref="ProvenLogin.ProvenAt"/>.</summary>
    /// <param name="User">The account.</param>
    public sealed record StepUp(TUser User) : AccountDecision<TUser>;

    /// <summary>It ends here.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(AccountRefusal Reason) : AccountDecision<TUser>
    {
        /// <summary>
        /// With <see cref="AccountRefusal.LinkedElsewhere"/>, where it leads to. Only when the person is logged in to the one account and has just proven the way into
        /// the other: both are theirs.
        /// </summary>
        public TUser? Other { get; init; }
    }
}
