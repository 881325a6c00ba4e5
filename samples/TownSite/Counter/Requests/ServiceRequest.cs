using TownSite.Counter.Answers;
using TownSite.Counter.Forms;

namespace TownSite.Counter.Requests;

/// <summary>Something somebody asked of the town.</summary>
internal sealed class ServiceRequest
{
    public long Id { get; init; }

    /// <summary>Twelve letters and digits in three groups: what people and mails call it. It opens nothing.</summary>
    public required string Reference { get; init; }

    /// <summary>Made with the page it was sent from, so that a page sent twice is one request.</summary>
    public required Guid Submission { get; init; }

    public required string FormId { get; init; }

    public required FormKind Kind { get; init; }

    /// <summary>The form's title when it was asked.</summary>
    public required LocalText Title { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>The account that asked.</summary>
    public required string AskerId { get; init; }

    /// <summary>As the account said then.</summary>
    public required string AskerName { get; init; }

    public required Means Means { get; init; }

    /// <summary>When the card proved who asked; null with a password.</summary>
    public DateTimeOffset? CardProvenAt { get; init; }

    /// <summary>That card was a test card.</summary>
    public bool TestTrust { get; init; }

    /// <summary>The person it is about when that is not who asked; otherwise empty.</summary>
    public string OtherName { get; init; } = "";

    public string OtherReason { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required RequestState State { get; set; }

    /// <summary>New at each change: of two officers at once, the second is told.</summary>
    public Guid Version { get; set; } = Guid.NewGuid();

    /// <summary>With certificates that were ready at once.</summary>
    public Statement? Statement { get; init; }

    public List<RequestEvent> Events { get; } = [];

    public List<RequestLook> Looks { get; } = [];

    public bool ForOther => OtherName.Length > 0;

    /// <summary>Writes the next state and its line of history. Whether it may be is asked before.</summary>
    public void Change(RequestState state, RequestEvent line)
    {
        State = state;
        ChangedAt = line.At;
        Version = Guid.NewGuid();
        Events.Add(line);
    }
}
