using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Making;

public sealed class OrderWriterTests
{
    private static readonly Brief Brief = new() { Workflow = Workflow.Text2Video, Seed = 7 };

    [Theory]
    [InlineData("9:16", Quality.Full, 1080, 1920)]
    [InlineData("16:9", Quality.Preview, 960, 540)]
    [InlineData("1:1", Quality.Full, 1080, 1080)]
    [InlineData("4:5", Quality.Preview, 540, 676)]
    [InlineData("21:9", Quality.Full, 2520, 1080)]
    public void Frames_are_even_and_as_large_as_the_quality_says(string aspect, Quality quality, int width, int height) =>
        Assert.Equal(new FrameSize(width, height), OrderWriter.SizeOf(Brief with { Aspect = Aspect.Parse(aspect), Quality = quality }));

    [Fact]
    public void Copies_differ_by_their_seed_and_the_same_copy_never_does()
    {
        Assert.NotEqual(Write(Brief, 1).Seed, Write(Brief, 2).Seed);
        Assert.Equal(Write(Brief, 1).Seed, Write(Brief, 1).Seed);
        Assert.NotEqual(Write(Brief, 1).Seed, Write(Brief with { Seed = 8 }, 1).Seed);
    }

    [Theory]
    [InlineData(Captions.Burn, 1)]
    [InlineData(Captions.Soft, 0)]
    [InlineData(Captions.None, 0)]
    public void Only_burned_captions_are_drawn_while_filming(Captions captions, int drawn) =>
        Assert.Equal(drawn, Write(Brief with { Captions = captions }, 1).Captions.Count);

    [Fact]
    public void Only_who_is_in_the_scene_is_in_its_cast() => Assert.Equal(["Lan"], Write(Brief, 1).Cast.Select(character => character.Name));

    [Fact]
    public void Each_scene_of_a_sales_film_begins_with_another_photo()
    {
        var product = new Product { Name = "p", Images = ["/a.jpg", "/b.jpg", "/c.jpg"], Price = "9" };
        var card = Write(Brief with { Workflow = Workflow.SalesVideo, Product = product }, 1, scene: 2).Card!;
        Assert.Equal(["/b.jpg", "/c.jpg", "/a.jpg"], card.Images);
        Assert.Equal("Desire", card.Beat);
        Assert.Equal("9", card.Price);
    }

    [Fact]
    public void The_pictures_of_the_product_and_of_who_is_in_the_scene_go_along()
    {
        var product = new Product { Name = "p", Images = ["/a.jpg", "/b.jpg"], People = [new Person("/host.jpg", "host")] };
        var sales = Write(Brief with { Workflow = Workflow.SalesVideo, Product = product }, 1);
        Assert.Equal(["/a.jpg", "/p/lan.png", "/host.jpg", "/b.jpg"], sales.References!.Select(picture => picture.Path));
        Assert.Equal(["/p/lan.png"], Write(Brief, 1).References!.Select(picture => picture.Path));
        Assert.Null(Write(Brief, 1, scene: 2).References);
    }

    [Fact]
    public void The_first_person_with_a_photo_speaks_for_the_product()
    {
        var product = new Product { Name = "p", Images = ["/a.jpg"], People = [new Person(null, "unseen"), new Person("/host.jpg", "host")] };
        Assert.Equal("/host.jpg", Write(Brief with { Workflow = Workflow.SalesVideo, Product = product }, 1).Card!.Person);
        Assert.Null(Write(Brief with { Workflow = Workflow.SalesVideo, Product = product with { People = [] } }, 1).Card!.Person);
    }

    private static Engine.Shooting.ShotOrder Write(Brief brief, int copy, int scene = 1)
    {
        var script = new Script
        {
            Title = "t",
            Language = "vi",
            Characters = [new Character { Name = "Lan", Picture = "lan.png" }, new Character { Name = "Minh" }],
            Scenes =
            [
                new Scene { Prompt = "p", Duration = 4, Characters = ["lan"] },
                new Scene { Prompt = "q", Duration = 4, StoryBeat = "Desire" },
            ],
        };
        var project = new Project { Folder = "/p", Created = DateTimeOffset.UnixEpoch, Brief = brief };
        return OrderWriter.Write(project, script, new SpokenScene(scene, 120, [new SpokenLine("Lan", "Xin chào", 0.4, 1.2, null)], 0), copy);
    }
}
