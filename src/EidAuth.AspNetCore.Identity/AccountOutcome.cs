using Microsoft.AspNetCore.Identity;

namespace EidAuth.AspNetCore.Identity;

/// <summary>How a change of an account ended. When it is not <see cref="Done"/>, nothing has changed.</summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public abstract record AccountOutcome<TUser>
    where TUser : class
{
    private AccountOutcome()
    {
    }

    /// <summary>Says nothing of the person.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>It stands in the database.</summary>
    /// <param name="User">The account as it is now.</param>
    public sealed record Done(TUser User) : AccountOutcome<TUser>
    {
        /// <summary>After a login: the login before, null when this was the first.</summary>
        public LastLogin? Previous { get; init; }
    }

    /// <summary>The site's own rules for accounts do not allow this one: a name that is taken, an address that is none.</summary>
    /// <param name="Errors">What ASP.NET Core Identity says.</param>
    public sealed record Invalid(IReadOnlyList<IdentityError> Errors) : AccountOutcome<TUser>;

    /// <summary>It is not done.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(AccountRefusal Reason) : AccountOutcome<TUser>
    {
        /// <summary>With <see cref="AccountRefusal.LostRace"/>: what stands now, for example <see cref="AccountRefusal.LinkedElsewhere"/>.</summary>
        public AccountRefusal? Settled { get; init; }

        /// <summary>As in <see cref="AccountDecision{TUser}.Refused.Other"/>.</summary>
        public TUser? Other { get; init; }
    }
}
