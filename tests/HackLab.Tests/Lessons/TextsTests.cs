using System.Text.RegularExpressions;
using HackLab.Lessons;
using HackLab.Tests.Facade;
using Xunit;
using TheLab = HackLab.Lab;

namespace HackLab.Tests.Lessons;

/// <summary>The language in use and the environment belong to the process, so these tests run alone.</summary>
[Collection(HostHooks.Name)]
public sealed class TextsTests : IDisposable
{
    private readonly string _before = TheLab.Language;

    public void Dispose() => TheLab.Language = _before;

    [Fact]
    public void Every_language_has_the_same_keys() =>
        Assert.All(Texts.Languages, language => Assert.Equal(Texts.Keys("en").Order(), Texts.Keys(language).Order()));

    [Fact]
    public void Every_sentence_has_the_same_places_in_every_language()
    {
        object[] marks = [.. Enumerable.Range(0, 20).Select(i => $"⟦{i}⟧")];
        foreach (string key in Texts.Keys("en"))
        {
            string[] places = [.. Places("en")];
            Assert.Equal(Enumerable.Range(0, places.Length).Select(i => $"⟦{i}⟧"), places);
            foreach (string other in Texts.Languages) Assert.True(places.SequenceEqual(Places(other)), $"{key} in {other}");

            IEnumerable<string> Places(string language) =>
                Regex.Matches(Texts.In(language, key, marks), "⟦[0-9]+⟧").Select(m => m.Value).Distinct().Order();
        }
    }

    [Fact]
    public void No_sentence_is_empty() => Assert.Empty(
        from language in Texts.Languages
        from key in Texts.Keys(language)
        where Texts.In(language, key, new object?[20]).Trim().Length == 0
        select $"{key} in {language}");

    [Theory]
    [InlineData("en", "en")]
    [InlineData("IT", "it")]
    [InlineData(" it-IT ", "it")]
    [InlineData("it_IT.UTF-8", "it")]
    public void A_language_is_known_by_its_two_letters(string written, string language) =>
        Assert.Equal(language, Texts.Known(written));

    [Theory]
    [InlineData("de")]
    [InlineData("italiano")]
    [InlineData("")]
    [InlineData(null)]
    public void A_language_that_is_not_there_is_named_with_those_that_are(string? written)
    {
        var wrong = Assert.Throws<ArgumentException>(() => Texts.Known(written));
        Assert.Contains("it can be en or it", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_can_be_set_and_a_wrong_one_changes_nothing()
    {
        TheLab.Language = "it";
        Assert.Throws<ArgumentException>(() => TheLab.Language = "xx");
        Assert.Equal("it", TheLab.Language);
        Assert.Equal("Vedi anche", Texts.Of("glossary.see"));
    }

    [Fact]
    public void A_sentence_that_nobody_wrote_is_named()
    {
        var wrong = Assert.Throws<KeyNotFoundException>(() => Texts.In("it", "glossary.nothing"));
        Assert.Contains("Texts/it.json has no 'glossary.nothing'", wrong.Message, StringComparison.Ordinal);
    }
}
