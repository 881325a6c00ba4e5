using System.Text.Json;
using EidAgent.Sites;

namespace EidAgent.Logins;

/// <summary>What a person has before them on a consent page, and whether a press of its button can be an answer to it.</summary>
internal sealed class ConsentState(TimeProvider clock)
{
    /// <summary>
    /// Sooner after the page was served a press does not count. A page can take the place of another between the two clicks of a double click (the slowest that systems take for one lasts
    /// half a second to nine tenths, by default half), and nobody reads an address in that time.
    /// </summary>
    public static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(700);

    private long? shownAt;

    /// <summary>What is known of the site.</summary>
    public Acquaintance Acquaintance { get; init; } = Acquaintance.None;

    /// <summary>Why the last press of a button did nothing.</summary>
    public ConsentRemark Remark { get; private set; }

    /// <summary>The page with the button was served now.</summary>
    public void Shown() => shownAt = clock.GetTimestamp();

    /// <summary>Whether a press counts; <see cref="Remark"/> says why not.</summary>
    /// <param name="isConfirmed">The tick that is asked for beside a strong look-alike.</param>
    public bool Press(bool isConfirmed)
    {
        Remark = shownAt is not { } shown || clock.GetElapsedTime(shown) < ReadingTime ? ConsentRemark.PressedTooSoon
            : Acquaintance.AsksTwice && !isConfirmed ? ConsentRemark.NotConfirmed
            : ConsentRemark.None;
        return Remark == ConsentRemark.None;
    }

    /// <summary>The site was to be blocked, and could not be.</summary>
    public void NotBlocked() => Remark = ConsentRemark.NotBlocked;

    /// <summary>The stable code of a remark: the name in snake_case.</summary>
    public static string Code(ConsentRemark remark) => JsonNamingPolicy.SnakeCaseLower.ConvertName(remark.ToString());
}
