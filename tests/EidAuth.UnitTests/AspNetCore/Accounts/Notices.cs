using System.Collections.Concurrent;
using EidAuth.AspNetCore.Identity;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>What would be mailed.</summary>
internal sealed class Notices : IAccountNotice<Person>
{
    public ConcurrentQueue<(string? To, EidAccountEventKind Kind, string Scheme)> Sent { get; } = new();

    /// <summary>The mail server does not answer.</summary>
    public bool Fails { get; set; }

    public Task ChangedAsync(Person user, EidAccountEventKind kind, string scheme, CancellationToken cancellation)
    {
        if (Fails)
        {
            throw new IOException("no mail for anna@example.be");
        }

        Sent.Enqueue((user.Email, kind, scheme));
        return Task.CompletedTask;
    }
}
