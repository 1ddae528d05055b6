using System.Text;
using Rushes.Providers.Animatic.Art;

namespace Rushes.Tests.Animatic.Art;

public sealed class WordBookTests
{
    private static readonly WordBook<string> Book = new(
        [
            ("street", Words("phố", "street")),
            ("city", Words("thành phố", "city")),
            ("night", Words("đêm", "night")),
            ("sea", Words("biển", "bay")),
        ],
        "vi");

    [Theory]
    [InlineData("Một đêm ở thành phố lớn", "city")]
    [InlineData("con PHỐ nhỏ", "street")]
    [InlineData("In the City", "city")]
    public void The_longest_name_wins(string text, string expected)
    {
        Assert.True(Book.TryFind(text, out var found));
        Assert.Equal(expected, found);
        Assert.True(Book.TryFind(text.Normalize(NormalizationForm.FormD), out found));
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("phốt")]
    [InlineData("midnights")]
    [InlineData("")]
    [InlineData(null)]
    public void Parts_of_words_do_not_count(string? text) => Assert.False(Book.TryFind(text, out _));

    [Fact]
    public void Everything_named_is_found_in_its_order_and_once() =>
        Assert.Equal(["night", "city", "sea"], Book.FindAll("đêm, thành phố, biển, đêm"));

    [Fact]
    public void Words_of_other_languages_do_not_count() =>
        Assert.False(new WordBook<string>([("street", Words("phố", "street"))], "en").TryFind("con phố", out _));

    [Theory]
    [InlineData("chim bay ngang trời", false)]
    [InlineData("bờ biển", true)]
    public void English_words_that_mean_something_else_in_the_language_do_not_count(string text, bool found) =>
        Assert.Equal(found, new WordBook<string>([("sea", Words("biển", "bay"))], "vi", ["bay"]).TryFind(text, out _));

    [Fact]
    public void In_their_own_language_false_friends_count() =>
        Assert.True(new WordBook<string>([("sea", Words("biển", "bay"))], "en", null).TryFind("over the bay", out _));

    private static Dictionary<string, string[]> Words(string vi, string en) => new() { ["vi"] = [vi], ["en"] = [en] };
}
