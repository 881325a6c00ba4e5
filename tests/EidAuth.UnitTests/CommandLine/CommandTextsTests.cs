using System.Reflection;
using EidAgent.Commands;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class CommandTextsTests
{
    [Theory]
    [InlineData(typeof(SpecialStatus))]
    [InlineData(typeof(SpecialOrganisation))]
    [InlineData(typeof(WorkPermit))]
    [InlineData(typeof(BrexitMention))]
    [InlineData(typeof(CardAMention))]
    [InlineData(typeof(MobilityMention))]
    public void Every_value_has_words_in_every_language(Type type)
    {
        var names = Enum.GetNames(type).Where(name => name is not ("None" or "Unknown")).Select(name => $"{type.Name}.{name}");

        Assert.All(Enum.GetValues<UiLanguage>(), language => Assert.Subset(CommandTexts.In(language).Values.Keys.ToHashSet(), names.ToHashSet()));
    }

    [Fact]
    public void No_language_was_forgotten_in_a_text()
    {
        var english = CommandTexts.In(UiLanguage.English);
        var texts = typeof(CommandTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)).ToList();

        Assert.True(texts.Count > 50, "hardly any text was found: the search is wrong");
        Assert.All(new[] { UiLanguage.Dutch, UiLanguage.French, UiLanguage.German }, language =>
        {
            var same = texts.Count(text => (string)text.GetValue(CommandTexts.In(language))! == (string)text.GetValue(english)!);
            Assert.InRange(same, 0, 8);
            Assert.All(texts, text => Assert.NotEmpty((string)text.GetValue(CommandTexts.In(language))!));
        });
    }

    [Theory]
    [InlineData(null, "LANG=nl_BE.UTF-8", UiLanguage.Dutch)]
    [InlineData(null, "LANG=nl_BE.UTF-8 LC_MESSAGES=fr_BE", UiLanguage.French)]
    [InlineData(null, "LANG=nl_BE.UTF-8 LC_MESSAGES=fr_BE LC_ALL=de", UiLanguage.German)]
    [InlineData("en", "LANG=nl_BE.UTF-8", UiLanguage.English)]
    [InlineData(null, "LANG=C.UTF-8", UiLanguage.English)]
    [InlineData(null, "LANG=es_ES@euro", UiLanguage.English)]
    [InlineData(null, "", UiLanguage.English)]
    internal void The_option_comes_before_the_locale(string? option, string environment, UiLanguage expected)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal(expected, CommandLanguage.Of(option, variables.GetValueOrDefault));
    }
}
