namespace TownSite.Login;

/// <summary>
/// What somebody typed, out of the form alone. Not bound to arguments of a page's handler: those may also come from the address, and the framework logs them at level Trace.
/// </summary>
internal static class PostedText
{
    /// <summary>Null when it is missing or empty.</summary>
    public static string? Of(HttpRequest request, string field) =>
        request.HasFormContentType && request.Form[field].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
