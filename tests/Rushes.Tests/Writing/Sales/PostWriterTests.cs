using Rushes.Film.Products;

namespace Rushes.Tests.Writing.Sales;

public sealed class PostWriterTests
{
    [Fact]
    public async Task Without_a_platform_there_is_one_text_for_each_of_three() =>
        Assert.Equal(["tiktok", "facebook", "youtube"], (await Shop.Film(Shop.FishSauce, "vi")).Social.Select(post => post.Platform));

    [Fact]
    public async Task For_a_platform_there_are_three_different_texts()
    {
        var posts = (await Shop.Film(Shop.FishSauce, "vi", platform: "reels")).Social;
        Assert.Equal(["reels", "reels", "reels"], posts.Select(post => post.Platform));
        Assert.Distinct(posts.Select(post => post.Caption));
    }

    [Fact]
    public async Task Captions_are_short_and_hold_what_the_seller_gave()
    {
        foreach (var post in (await Shop.Film(Shop.FishSauce, "vi")).Social)
        {
            Assert.InRange(post.Caption.Split('\n').Length, 2, 3);
            Assert.Contains("129.000đ", post.Caption, StringComparison.Ordinal);
            Assert.Contains("Mua 2 tặng 1 chén chấm gốm", post.Caption, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Shop.FishSauce.Link!, post.Caption, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Limits_of_the_platforms_are_kept(string language)
    {
        var long_ = new Product
        {
            Name = string.Join(' ', Enumerable.Repeat("Nước mắm", 300)),
            SellingPoints = [string.Join(", ", Enumerable.Repeat("rất ngon", 500))],
            Offer = new string('x', 3000),
            CallToAction = string.Join(' ', Enumerable.Repeat("đặt ngay", 400)),
            Images = ["/a/1.jpg"],
        };
        foreach (var product in (Product[])[Shop.FishSauce, Shop.Serum, Shop.Plain, long_])
        {
            foreach (var post in (string?[])[null, "tiktok", "youtube"])
            {
                foreach (var one in (await Shop.Film(product, language, platform: post)).Social)
                {
                    var limit = one.Platform == "tiktok" ? 2200 : 5000;
                    Assert.True(one.Caption.Length + one.Hashtags.Sum(tag => tag.Length + 1) <= limit);
                    Assert.InRange(one.Title!.Length, 1, 100);
                    Assert.InRange(one.Hashtags.Count, 5, 8);
                    Assert.All(one.Hashtags, tag => Assert.Matches(@"^#[\p{L}\p{M}\p{N}]+$", tag));
                    Assert.Distinct(one.Hashtags, StringComparer.OrdinalIgnoreCase);
                    Assert.InRange(one.ThumbnailText!.Length, 1, 25);
                    Assert.Equal(one.ThumbnailText.ToUpperInvariant(), one.ThumbnailText);
                }
            }
        }
    }

    [Fact]
    public async Task Hashtags_carry_the_products_words_with_and_without_marks()
    {
        var tags = (await Shop.Film(Shop.FishSauce, "vi")).Social[0].Hashtags;
        Assert.Contains("#nướcmắm", tags);
        Assert.Contains("#nuocmam", tags);
    }
}
