using EidAuth.AspNetCore.Identity.Links;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>When an account's names and a card's are worth a second look.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Anna", "Peeters", "Anna", "Peeters")]
    [InlineData("anna", "PEETERS", "Anna", "Peeters")]
    [InlineData("Francois", "Lefevre", "François", "Lefèvre")]
    [InlineData("Anna", "Peeters", "Anna Maria J", "Peeters")]
    [InlineData("Maria Anna", "Peeters", "Anna Maria", "Peeters")]
    [InlineData("Jean-Pierre", "Dupont", "Jean Pierre", "Dupont")]
    [InlineData("Jeanpierre", "Dupont", "Jean-Pierre", "Dupont")]
    [InlineData("Jan", "Van den Berg", "Jan", "Vandenberg")]
    [InlineData("Sinéad", "O'Brien", "Sinead", "O’Brien")]
    [InlineData("Jörg", "Groß", "Jorg", "Gross")]
    [InlineData("Łukasz", "Sørensen", "Lukasz", "Sorensen")]
    [InlineData("", "Peeters", "Anna", "Peeters")]
    [InlineData(null, null, "Anna", "Peeters")]
    [InlineData("Anna", "Peeters", null, "Peeters")]
    public void One_person(string? given, string? family, string? provenGiven, string? provenFamily) =>
        Assert.False(PersonNames.Differ((given, family), (provenGiven, provenFamily)));

    [Theory]
    [InlineData("Anna", "Peeters", "Bert", "Peeters")]
    [InlineData("Anna", "Peeters", "Anna", "Janssens")]
    [InlineData("Anna", "Peeters", "Anna", "Peeters-Janssens")]
    [InlineData("Anna Louise", "Peeters", "Anna Maria", "Peeters")]
    [InlineData("Ann", "Peeters", "Anna", "Peeters")]
    public void Worth_a_look(string? given, string? family, string? provenGiven, string? provenFamily) =>
        Assert.True(PersonNames.Differ((given, family), (provenGiven, provenFamily)));
}
