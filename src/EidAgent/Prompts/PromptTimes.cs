namespace EidAgent.Prompts;

/// <summary>
/// How long a place to type a PIN stays open. No window is closed while somebody types: <see cref="Untouched"/> counts until the first key (a terminal sees every
/// key, and there each of them starts it anew), and after that only <see cref="AtMost"/> ends it.
/// </summary>
/// <param name="Untouched">
/// Time to hear the window read out slowly (a minute), to look the PIN up at home (a few), and to reach the first key.
/// </param>
/// <param name="AtMost">
/// Twelve digits by a single switch that scans the keyboard, 15 seconds each and all of it done over five times, take 15 minutes; what is open longer has been left alone or hangs.
/// </param>
internal sealed record PromptTimes(TimeSpan Untouched, TimeSpan AtMost)
{
    public static PromptTimes Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20));
}
