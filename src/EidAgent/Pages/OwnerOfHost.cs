namespace EidAgent.Pages;

/// <summary>
/// Finds the part of an origin that tells who owns it, so that <c>belgium.be.example.com</c> stands out as example.com. An estimate without the public suffix
/// list: the last two labels, three under a two-letter country with a general second level (co.uk). It only sets letters bold; nothing is decided by it.
/// </summary>
internal static class OwnerOfHost
{
    private static readonly string[] GeneralLabels = ["ac", "co", "com", "edu", "gob", "gouv", "gov", "net", "or", "org"];

    /// <summary>Splits the origin's text in three: before, owner, after.</summary>
    public static (string Before, string Owner, string After) Split(string origin)
    {
        var start = origin.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = origin.LastIndexOf(':');
        var end = colon > start && origin.IndexOf(']', colon) < 0 ? colon : origin.Length;
        var labels = origin[start..end].Split('.');
        var isName = labels.Length > 2 && !char.IsAsciiDigit(labels[^1][0]);
        if (isName)
        {
            var count = labels[^1].Length == 2 && GeneralLabels.Contains(labels[^2]) ? 3 : 2;
            start = end - string.Join('.', labels[^count..]).Length;
        }

        return (origin[..start], origin[start..end], origin[end..]);
    }
}
