using System.Xml.Linq;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Art;

/// <summary>What <c>docs/art.md</c> asks of the drawings, and what issue 2 asks of their number.</summary>
public sealed class ArtContractTests
{
    private static readonly string[] Poses = ["stand", "walk", "walk-2", "sit", "talk", "hold"];
    private static readonly RepositoryData Data = new();
    private static readonly ArtLibrary Library = new(Data);

    [Fact]
    public void There_are_places_figures_and_weather_enough()
    {
        Assert.True(Library.Places.Count >= 12);
        Assert.True(Library.Figures.Count >= 6);
        Assert.True(Library.Weathers.Count >= 5);
        Assert.True(new[] { "day", "night", "dusk", "dawn", "golden-hour" }.All(Library.Palettes.ContainsKey));
        Assert.True(new[] { "bright", "dark", "warm", "cold", "high-contrast", "soft" }.All(Library.Moods.ContainsKey));
    }

    [Fact]
    public void Every_figure_has_its_poses_and_a_face_that_moves()
    {
        foreach (var figure in Library.Figures.Keys)
        {
            foreach (var pose in Poses)
            {
                var file = $"figures/{figure}/{pose}.svg";
                var drawing = Library.Drawing(file);
                Assert.Equal(new StageBox(0, 0, 600, 1000), drawing.ViewBox);
                var face = Assert.NotNull(drawing.Mark("face-box"));
                Assert.True(face is { Left: > 0, Top: > 0, Width: > 10, Height: > 10, Right: < 600, Bottom: < 1000 }, file);
                Assert.True(pose != "hold" || drawing.Mark("hand") is not null, file);
                var ids = XElement.Load(Data.PathOf(file)).Descendants().Select(element => (Id: (string?)element.Attribute("id"), Display: (string?)element.Attribute("display"))).ToList();
                foreach (var (group, shown) in FaceState.AtRest.Groups())
                {
                    var found = Assert.Single(ids, entry => entry.Id == group);
                    Assert.True(shown == (found.Display != "none"), $"{file}: {group}");
                }
            }
        }
    }

    [Fact]
    public void Every_walk_flows_from_one_step_to_the_other()
    {
        // A rabbit hops: its legs change places, and nothing lies between.
        foreach (var figure in Library.Figures.Keys.Where(figure => figure != "rabbit"))
        {
            var (first, second) = (Library.Drawing($"figures/{figure}/walk.svg"), Library.Drawing($"figures/{figure}/walk-2.svg"));
            var (left, right) = (first.Mark("face-box")!.Value.Left, second.Mark("face-box")!.Value.Left);
            var between = Assert.NotNull(first.Towards(second, 0.5)?.Mark("face-box"));
            Assert.Equal((left + right) / 2, between.Left, 0.01);
        }
    }

    [Fact]
    public void A_held_umbrella_is_over_the_head()
    {
        var canopy = 134 / 400.0;
        var umbrella = Library.Props["umbrella"];
        foreach (var (name, figure) in Library.Figures.Where(figure => figure.Value.Kind == "person"))
        {
            var hold = Library.Drawing($"figures/{name}/hold.svg");
            var hand = hold.Mark("hand")!.Value;
            var reach = (umbrella.Grip![1] / 400 - canopy) * umbrella.Size * Math.Min(1, figure.Height / 300) / figure.Height * 1000;
            Assert.True(hand.Top + hand.Height / 2 - reach < hold.Mark("face-box")!.Value.Top - 60, name);
        }
    }

    [Fact]
    public void Every_place_has_its_files_and_can_be_named_in_both_languages()
    {
        foreach (var (name, place) in Library.Places)
        {
            var files = place.Layers.Select(layer => layer.File)
                .Concat(place.Layers.Select(layer => layer.Lights))
                .Append(place.Foreground?.File)
                .OfType<string>();
            Assert.All(files, file => Assert.True(Data.Has($"scenery/{name}/{file}"), $"{name}/{file}"));
            Assert.True(place.Layers.Count > 1 && place.Layers.Zip(place.Layers.Skip(1)).All(pair => pair.First.Depth <= pair.Second.Depth), name);
            Assert.True(place.Ground > place.Horizon + 100, name);
            Assert.NotEmpty(place.Words["en"]);
            Assert.NotEmpty(place.Words["vi"]);
            Assert.NotNull(place.Name.Vi);
        }
    }

    [Fact]
    public void Every_file_that_a_palette_or_weather_names_is_there()
    {
        var sky = Library.Palettes.Values.SelectMany(palette => palette.SkyObjects).Concat(Library.Weathers.Values.SelectMany(weather => weather.SkyObjects));
        Assert.All(sky, shown => Assert.True(Data.Has($"sky/{shown.File}"), shown.File));
        Assert.All(Library.Weathers, weather => Assert.All(
            weather.Value.Layers.Concat(weather.Value.Ground).SelectMany(layer => layer.Files),
            file => Assert.True(Data.Has($"weather/{weather.Key}/{file}"), file)));
        Assert.All(Library.Props, prop => Assert.True(Data.Has($"props/{prop.Key}.svg"), prop.Key));
    }

    [Fact]
    public void No_drawing_brings_anything_that_is_not_drawn()
    {
        string[] folders = ["scenery", "figures", "props", "sky", "weather", "overlays", "sales"];
        foreach (var file in folders.SelectMany(folder => Data.Names(folder, ".svg")))
        {
            Library.Drawing(file);
            foreach (var element in XElement.Load(Data.PathOf(file)).DescendantsAndSelf())
            {
                Assert.False(element.Name.LocalName is "text" or "image" or "script" or "foreignObject" or "animate", $"{file}: {element.Name.LocalName}");
                Assert.DoesNotContain(element.Attributes(), attribute => attribute.Name.LocalName == "href" && !attribute.Value.StartsWith('#'));
            }
        }
    }

    [Fact]
    public void Every_style_of_the_film_that_changes_light_is_a_style() =>
        Assert.All(Library.Styles.Keys, style => Assert.True(Data.Has($"styles/{style}.json"), style));

    [Fact]
    public void The_slate_can_name_every_shot_and_move()
    {
        Assert.Equal(Enum.GetValues<CameraShot>().Length, Library.Slate.Shots.Count);
        Assert.Equal(Enum.GetValues<CameraMove>().Length, Library.Slate.Moves.Count);
        Assert.All(Library.Slate.Shots.Values.Concat(Library.Slate.Moves.Values), name => Assert.NotNull(name.Vi));
    }
}
