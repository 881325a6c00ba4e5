using TownSite.Counter.Forms;

namespace TownSite.Counter.Answers;

/// <summary>The two fields about another person. They stand on every form that may be asked for one, so no file describes them.</summary>
internal static class PersonFields
{
    /// <summary>No field of a form has a point in its name.</summary>
    public const string NameKey = "other.name";
    public const string ReasonKey = "other.reason";

    public static FormField Name { get; } = Line(NameKey, 100);

    public static FormField Reason { get; } = Line(ReasonKey, 500) with { Type = FieldKind.LongText, MinLength = 10 };

    private static FormField Line(string name, int longest)
    {
        // The page has its own labels for these.
        var unseen = new LocalText { Nl = "", Fr = "", De = "", En = "" };
        return new FormField { Name = name, Type = FieldKind.Text, Label = unseen, Required = true, MaxLength = longest };
    }
}
