using Rushes.Engine.Library;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Sales;
using Rushes.Engine.Writing.Social;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Social;

public sealed class StoryPostsTests
{
    private static readonly StoryPosts Posts = new(ProductData.Shelf);

    private static readonly Script Story = new()
    {
        Title = "Mèo lạc",
        Language = "vi",
        HookSummary = "Một tiếng còi. Và Mướp chỉ còn một mình.",
        Template = "man-in-hole",
        Characters = [new() { Name = "Mướp" }],
        Scenes = [new() { Prompt = "Mưa.", Duration = 4 }],
    };

    [Fact]
    public void There_are_three_versions_one_each_for_the_usual_platforms()
    {
        var posts = Posts.Write(Story, null);
        Assert.Equal(["tiktok", "facebook", "youtube"], posts.Select(post => post.Platform));
        Assert.Equal(3, posts.Select(post => post.Caption).Distinct().Count());
        Assert.All(posts, post => Assert.Contains(Story.HookSummary, post.Caption, StringComparison.Ordinal));
        Assert.All(posts, post => Assert.InRange(post.Hashtags.Count, 5, 8));
        Assert.All(posts, post => Assert.InRange(post.ThumbnailText!.Length, 1, 25));
        Assert.Contains("MÈO LẠC", posts.Select(post => post.ThumbnailText));
    }

    [Fact]
    public void A_platform_that_was_named_gets_all_three() => Assert.Equal(["shorts", "shorts", "shorts"], Posts.Write(Story, "shorts").Select(post => post.Platform));

    [Fact]
    public void A_film_that_explains_asks_nobody_into_anybodys_place() =>
        Assert.DoesNotContain(Posts.Write(Story with { Template = "listicle" }, null), post => post.Caption.Contains("Mướp, bạn", StringComparison.Ordinal));

    [Fact]
    public void Whatever_the_hook_every_post_fits_its_platform()
    {
        var endless = Story with { HookSummary = string.Concat(Enumerable.Repeat("Mưa rơi mãi. ", 900)), Title = new string('a', 400) };
        var rules = ProductData.Shelf.Read<Dictionary<string, PostRules>>("writing/sales-posts.json");
        foreach (var platform in rules.Keys)
        {
            var script = endless with { Social = Posts.Write(endless, platform) };
            Assert.All(script.Social, post => Assert.InRange(post.Caption.Length + post.Hashtags.Sum(tag => tag.Length + 1), 1, rules[platform].Caption));
            Assert.DoesNotContain(
                new ScriptChecks(ProductData.Shelf).Check(script, new() { Workflow = Film.Briefs.Workflow.Text2Video, Idea = "Mèo" }), warning => warning.Kind == "social");
        }
    }

    [Fact]
    public void A_post_that_is_too_long_is_a_warning()
    {
        var script = Story with { Social = [new() { Platform = "tiktok", Caption = new string('a', 2_300) }] };
        Assert.Single(new ScriptChecks(ProductData.Shelf).Check(script, new() { Workflow = Film.Briefs.Workflow.Text2Video, Idea = "Mèo" }), warning => warning.Kind == "social");
    }

    [Fact]
    public void A_language_without_phrases_has_none() => Assert.Empty(Posts.Write(Story with { Language = "fr" }, null));
}
