using EidAuth.Testing;
using TownSite.Counter.Answers;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class AnswerCheckTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("line", "", nameof(FieldDefect.Missing))]
    [InlineData("line", "  \t ", nameof(FieldDefect.Missing))]
    [InlineData("line", "ab", nameof(FieldDefect.TooShort))]
    [InlineData("line", "abcdefghijk", nameof(FieldDefect.TooLong))]
    [InlineData("line", "ab\0c", nameof(FieldDefect.Characters))]
    [InlineData("line", "ab\ncd", nameof(FieldDefect.Characters))]
    [InlineData("line", "ab\u2028cd", nameof(FieldDefect.Characters))]
    [InlineData("line", "ab\u0085cd", nameof(FieldDefect.Characters))]
    [InlineData("lines", "ab\0c", nameof(FieldDefect.Characters))]
    [InlineData("lines", "ab\u001Bc", nameof(FieldDefect.Characters))]
    [InlineData("day", "02/03/2026", nameof(FieldDefect.NotADay))]
    [InlineData("day", "2026-02-30", nameof(FieldDefect.NotADay))]
    [InlineData("day", "2019-12-31", nameof(FieldDefect.TooEarly))]
    [InlineData("day", "2026-03-03", nameof(FieldDefect.TooLate))]
    [InlineData("pick", "three", nameof(FieldDefect.NotAChoice))]
    [InlineData("pick", "One", nameof(FieldDefect.NotAChoice))]
    [InlineData("count", "two", nameof(FieldDefect.NotANumber))]
    [InlineData("count", "1.5", nameof(FieldDefect.NotANumber))]
    [InlineData("count", "99999999999", nameof(FieldDefect.NotANumber))]
    [InlineData("count", "0", nameof(FieldDefect.TooSmall))]
    [InlineData("count", "6", nameof(FieldDefect.TooLarge))]
    public void One_wrong_answer_is_one_defect_of_its_field(string field, string value, string defect)
    {
        var defects = Defects(field, value);

        Assert.Equal(KeyValuePair.Create(field, Enum.Parse<FieldDefect>(defect)), Assert.Single(defects));
    }

    [Theory]
    [InlineData("line", "abc")]
    [InlineData("line", " abcdefghij ")]
    [InlineData("line", "<b>&\u202E")]
    [InlineData("lines", "")]
    [InlineData("lines", "one\r\ntwo\tthree")]
    [InlineData("day", "")]
    [InlineData("day", "2020-01-01")]
    [InlineData("day", "2026-03-02")]
    [InlineData("pick", "two")]
    [InlineData("where", "Brugstraat 1")]
    [InlineData("count", "1")]
    [InlineData("count", "5")]
    public void A_right_answer_has_none(string field, string value) => Assert.Empty(Defects(field, value));

    [Theory]
    [InlineData("", "because she is ill", PersonFields.NameKey, nameof(FieldDefect.Missing))]
    [InlineData("An Peeters", "", PersonFields.ReasonKey, nameof(FieldDefect.Missing))]
    [InlineData("An Peeters", "ill", PersonFields.ReasonKey, nameof(FieldDefect.TooShort))]
    [InlineData("An\r\nPeeters", "because she is ill", PersonFields.NameKey, nameof(FieldDefect.Characters))]
    public void Another_person_is_named_with_a_reason(string name, string reason, string field, string defect)
    {
        var posted = Posted("line", "abc") with { OtherName = name, OtherReason = reason };

        Assert.Empty(AnswerCheck.Defects(FormText.Form(), posted, Today));
        Assert.Equal(KeyValuePair.Create(field, Enum.Parse<FieldDefect>(defect)), Assert.Single(AnswerCheck.Defects(FormText.Form(), posted with { ForOther = true }, Today)));
    }

    [Fact]
    public void What_is_kept_is_what_was_typed_without_the_space_around_it()
    {
        var sheet = AnswerSheet.Of(FormText.Form(), new PostedAnswers
        {
            Values = new Dictionary<string, string> { ["line"] = " <b>\u00e9 ", ["lines"] = "a\r\nb\r\n", ["pick"] = "two", ["unasked"] = "x" },
        });

        Assert.Equal(["line", "lines", "day", "pick", "where", "count"], sheet.Answers.Select(answer => answer.Name));
        Assert.Equal(["<b>\u00e9", "a\nb", "", "two", "", ""], sheet.Answers.Select(answer => answer.Value));
        Assert.Equal("Two", sheet.Answers[3].Said!.En);
    }

    private static IReadOnlyDictionary<string, FieldDefect> Defects(string field, string value)
    {
        var posted = field == "line" ? Posted(field, value) : Posted("line", "abc", field, value);
        return AnswerCheck.Defects(FormText.Form(), posted, Today);
    }

    private static PostedAnswers Posted(params string[] pairs) =>
        new() { Values = pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal) };
}
