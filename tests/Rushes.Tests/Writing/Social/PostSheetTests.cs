using Rushes.Engine.Writing.Social;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Social;

/// <summary>The page from which a person copies what to post.</summary>
public sealed class PostSheetTests
{
    private static readonly PostSheet Sheet = new(ProductData.Shelf);

    private static readonly Script Sale = new()
    {
        Title = "Nước mắm Cửa Biển",
        Language = "vi",
        Kind = ScriptKind.Sales,
        Social =
        [
            new() { Platform = "tiktok", Title = "Chấm là mê", Caption = "Dòng một\nDòng hai", Hashtags = ["#nuocmam", "#ngon"], ThumbnailText = "ĐẬM ĐÀ" },
            new() { Platform = "facebook", Caption = new string('a', 5_001), ThumbnailText = "MUA 2 TẶNG 1" },
            new() { Platform = "somewhere", Caption = "Ở đâu đó.", ThumbnailText = "ĐẬM ĐÀ" },
        ],
    };

    [Fact]
    public void Every_version_can_be_copied_whole_and_says_how_much_of_its_platform_it_uses()
    {
        var page = Sheet.Write(Sale)!;
        Assert.Contains("## 1. TikTok", page, StringComparison.Ordinal);
        Assert.Contains("```\nDòng một\nDòng hai\n\n#nuocmam #ngon\n```", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("33 of 2,200 characters", page, StringComparison.Ordinal);
        Assert.Contains("10 of 90 characters", page, StringComparison.Ordinal);
        Assert.Contains("too long: 5,001 of 5,000 characters", page, StringComparison.Ordinal);
        Assert.Contains("## 3. somewhere", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sales_film_has_a_thumbnail_for_each_version_and_a_story_one() =>
        Assert.Equal(
            [["thumbnail.png", "thumbnail-2.png", "thumbnail.png"], ["thumbnail.png", null, "thumbnail.png"]],
            new[] { Sale, Sale with { Kind = ScriptKind.Story } }.Select(script => Thumbnails.Of(script).Select(one => one.File).ToArray()));

    [Fact]
    public void A_script_without_posts_has_no_page() => Assert.Null(Sheet.Write(Sale with { Social = [] }));
}
