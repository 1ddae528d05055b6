using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>A product, sold.</summary>
public sealed class SalesVideoTests : IDisposable
{
    private const string Link = "https://example.com/binh-giu-nhiet?ref=rushes";
    private readonly TestHome _home = new();

    [Fact]
    public async Task A_product_file_becomes_a_film_with_its_photos_and_its_posts()
    {
        await Darkroom.PlainAsync(_home["front.jpg"], "red");
        await Darkroom.PlainAsync(_home["side.png"], "orange");
        var product = _home.Write("product.json", $$"""
            {"name":"Bình giữ nhiệt Sương Mai","description":"Giữ lạnh 24 giờ","selling_points":["Giữ lạnh 24 giờ","Không rò nước"],
             "price":"249.000đ","offer":"Giảm 30% hôm nay","call_to_action":"Đặt mua ngay","link":"{{Link}}",
             "images":["front.jpg","side.png"],"people":[{"description":"một người mẹ trẻ"}],"language":"vi","platform":"tiktok"}
            """);
        var film = FilmSheet.Ready(await _home.AskAsync("sales-video", product, "--duration", "14", "--quality", "preview"));
        await Screening.WatchAsync(film.FilmFile);

        using var script = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(film.Project, "script.json"), TestContext.Current.CancellationToken));
        Assert.Equal("sales", script.RootElement.GetProperty("kind").GetString());
        Assert.Equal("vi", script.RootElement.GetProperty("language").GetString());
        Assert.Equal(14m, script.RootElement.GetProperty("scenes").EnumerateArray().Sum(scene => scene.GetProperty("duration").GetDecimal()));
        var posts = script.RootElement.GetProperty("social").EnumerateArray().ToList();
        Assert.Equal(3, posts.Count);
        Assert.Equal(3, posts.Select(post => post.GetProperty("caption").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(posts, post => Assert.NotEmpty(post.GetProperty("hashtags").EnumerateArray()));
        Assert.All(posts, post => Assert.False(string.IsNullOrWhiteSpace(post.GetProperty("thumbnail_text").GetString())));
        Assert.Contains("249.000đ", script.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(film.Project, "images"), "product-*").Length);

        var page = await File.ReadAllTextAsync(Path.Combine(film.Project, "posts.md"), TestContext.Current.CancellationToken);
        Assert.All(posts, post => Assert.Contains(post.GetProperty("caption").GetString()!, page, StringComparison.Ordinal));
        string[] covers = ["thumbnail.png", "thumbnail-2.png", "thumbnail-3.png"];
        Assert.All(covers, cover => Assert.Contains($"({cover})", page, StringComparison.Ordinal));
        Assert.Equal(3, covers.Select(cover => FileFacts.Of(Path.Combine(film.Project, cover)).Digest).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Options_are_enough_to_sell_something()
    {
        var photo = await Darkroom.PlainAsync(_home["cup.webp"], "green");
        var film = FilmSheet.Ready(await _home.AskAsync(
            "sales-video", "--product", "Morning Dew bottle", "--image", photo, "--description", "Keeps cold for 24 hours", "--price", "$19",
            "--offer", "30% off today", "--call-to-action", "Order now", "--language", "en", "--duration", "10", "--quality", "preview", "--sound", "voices"));
        await Screening.WatchAsync(film.FilmFile);
        var script = await File.ReadAllTextAsync(Path.Combine(film.Project, "script.json"), TestContext.Current.CancellationToken);
        Assert.Contains("Morning Dew", script, StringComparison.Ordinal);
        Assert.Contains("$19", script, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
