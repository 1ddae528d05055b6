using Rushes.Providers.Animatic.Cards;

namespace Rushes.Tests.Animatic.Cards;

public sealed class TextFitTests
{
    /// <summary>Every letter is half as wide as high.</summary>
    private readonly TextFit _fit = new(text => text.Length * 0.5);

    [Fact]
    public void A_short_text_is_set_in_the_largest_letters()
    {
        var fitted = _fit.Fit("Rẻ quá", 400, 100, most: 3, least: 10, largest: 40, pitch: 1.2);
        Assert.Equal(["Rẻ quá"], fitted.Lines);
        Assert.Equal(40, fitted.Em);
    }

    [Theory]
    [InlineData("Mua một tặng một chỉ trong hôm nay", 3)]
    [InlineData("Mua một tặng một chỉ trong hôm nay", 2)]
    [InlineData("Nghiêng nghiêng", 3)]
    [InlineData("今日だけの特別価格で手に入れよう", 3)]
    public void Letters_become_smaller_until_all_lines_fit_and_no_word_is_torn(string text, int most)
    {
        var fitted = _fit.Fit(text, 200, 130, most, least: 8, largest: 60, pitch: 1.25);
        Assert.InRange(fitted.Lines.Count, 1, most);
        Assert.All(fitted.Lines, line => Assert.True(line.Length * 0.5 * fitted.Em <= 200.01));
        Assert.True(fitted.Lines.Count * 1.25 * fitted.Em <= 130.01);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(fitted.Lines).Replace(" ", "", StringComparison.Ordinal));
        if (text.Contains(' ', StringComparison.Ordinal))
            Assert.Equal(text, string.Join(' ', fitted.Lines));
    }

    [Fact]
    public void Another_line_must_make_the_letters_clearly_larger()
    {
        // On one line the letters are 40, on two hardly more.
        var fitted = _fit.Fit("abcd efgh", 180, 100, most: 3, least: 8, largest: 42, pitch: 1.2);
        Assert.Single(fitted.Lines);
    }

    [Fact]
    public void A_text_that_is_far_too_long_is_cut_at_a_word()
    {
        var text = string.Join(' ', Enumerable.Repeat("rất dài", 40));
        var fitted = _fit.Fit(text, 200, 60, most: 2, least: 20, largest: 40, pitch: 1.2);
        Assert.Equal(20, fitted.Em);
        Assert.InRange(fitted.Lines.Count, 1, 2);
        Assert.All(fitted.Lines, line => Assert.True(line.Length * 0.5 * 20 <= 200.01));
        Assert.EndsWith("…", fitted.Lines[^1], StringComparison.Ordinal);
        Assert.All(string.Join(' ', fitted.Lines).TrimEnd('…').Split(' '), word => Assert.Contains(word, new[] { "rất", "dài" }));
    }

    [Fact]
    public void One_endless_word_is_torn_rather_than_left_out()
    {
        var fitted = _fit.Fit(new string('m', 300), 200, 60, most: 2, least: 20, largest: 40, pitch: 1.2);
        Assert.Equal(2, fitted.Lines.Count);
        Assert.All(fitted.Lines, line => Assert.True(line.Length * 0.5 * 20 <= 200.01));
    }

    [Fact]
    public void An_offer_shows_its_number_loud()
    {
        var badge = new BadgeFit(text => text.Length * 0.5).Fit("Giảm ngay 30% cho bạn mới", 200, 150, least: 8, largest: 60, pitch: 1.16);
        Assert.NotNull(badge);
        Assert.Equal(["Giảm ngay", "30%", "cho bạn mới"], badge.Lines);
        Assert.Equal(1, badge.Loud);
        Assert.True(badge.EmOf(1) > 1.5 * badge.EmOf(0));
        Assert.All(Enumerable.Range(0, 3), line => Assert.True(badge.Lines[line].Length * 0.5 * badge.EmOf(line) <= 200.01));
        Assert.Null(new BadgeFit(text => text.Length).Fit("Mua 2 tặng 1", 200, 150, least: 8, largest: 60, pitch: 1.16));
    }
}
