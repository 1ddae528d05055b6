using Rushes.Storage.Files;

namespace Rushes.Tests.Projects;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Về nhà thôi, Bông", "ve-nha-thoi-bong")]
    [InlineData("Đêm mưa", "dem-mua")]
    [InlineData("  A   film! ", "a-film")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("🎬🎬", "film")]
    [InlineData("雨の夜", "film")]
    [InlineData("", "film")]
    public void A_title_becomes_a_name_that_every_file_system_takes(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("kitten", 30)));
        Assert.True(slug.Length <= 60);
        Assert.EndsWith("kitten", slug, StringComparison.Ordinal);
    }
}
