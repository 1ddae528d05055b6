using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Staging;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Staging;

public sealed class StageDesignerTests
{
    private static readonly Character Lan = new() { Name = "Lan", VisualIdentity = "cô gái trẻ tóc đen, áo khoác đỏ, quần xanh đậm" };
    private static readonly Character Minh = new() { Name = "Minh", VisualIdentity = "chàng trai cao, áo sơ mi trắng" };
    private static readonly Character Miu = new() { Name = "Miu", VisualIdentity = "chú mèo con lông cam, vòng cổ xanh lá" };

    private readonly StageDesigner _designer = new(new ArtLibrary(new RepositoryData()), new PlatformZones(new RepositoryData()));

    [Fact]
    public void An_idea_becomes_a_place_a_light_a_weather_and_a_cast()
    {
        var plan = _designer.Design(Order("Miu lạc mẹ, tìm đường về nhà trong đêm mưa", "con phố nhỏ", "Toàn cảnh, tiến chậm", "Đêm", Miu));
        Assert.Equal(("street", "night", "rain"), (plan.Place, plan.Palette, plan.Weather));
        var cat = Assert.Single(plan.Actors);
        Assert.Equal(("cat", Blocking.Walk), (cat.Player.Figure, cat.Pose));
        Assert.Equal(new CameraDirection(CameraShot.Wide, CameraMove.ZoomIn), plan.Direction);
        Assert.Contains(plan.Elements, element => element.Name.StartsWith("weather/rain/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_wears_what_its_identity_says_in_every_scene()
    {
        var first = Assert.Single(_designer.Design(Order("Lan đứng chờ", "công viên", "Medium", "Day", Lan)).Actors).Player;
        var later = Assert.Single(_designer.Design(Order("Lan ngồi", "nhà", "Wide", "Night", Lan) with { Scene = 5, Seed = 99, Take = 3 }).Actors).Player;
        Assert.Equal(first.Colours, later.Colours);
        Assert.Equal("woman", first.Figure);
        Assert.Equal(("#d1394a", "#2a3d66", "#26242b"), (first.Colours["top"], first.Colours["bottom"], first.Colours["hair"]));
        var cat = Assert.Single(_designer.Design(Order("Miu", "phố", "Wide", "Day", Miu)).Actors).Player;
        Assert.Equal(("#e8793a", "#4c9a5a"), (cat.Colours["fur"], cat.Colours["accent"]));
    }

    [Theory]
    [InlineData("chú chó lông trắng đốm nâu, mắt ướt, đeo vòng cổ da cũ", "#f3efe6", "#8a5a3c")]
    [InlineData("chú chó lông đen mượt, ức trắng", "#26242b", "#f3efe6")]
    public void Spots_are_not_the_coat(string identity, string coat, string spots)
    {
        var dog = Assert.Single(_designer.Design(Order("Ki tiến lại", "phố", "Medium", "Night", new Character { Name = "Ki", VisualIdentity = identity })).Actors).Player;
        Assert.Equal(("dog", coat, spots), (dog.Figure, dog.Colours["fur"], dog.Colours["fur-2"]));
    }

    [Theory]
    [InlineData("Patch is a white dog with brown spots and floppy ears, with a slight limp.", "#f3efe6", "#8a5a3c")]
    [InlineData("Bramble is a dog with a white coat, brown spots and floppy ears.", "#f3efe6", "#8a5a3c")]
    public void A_colour_before_the_noun_is_the_coat(string identity, string coat, string spots)
    {
        var order = Order("The dog sings", "street", "Medium", "Night", new Character { Name = "The dog", VisualIdentity = identity }) with { Language = "en" };
        var dog = Assert.Single(_designer.Design(order).Actors).Player;
        Assert.Equal(("dog", coat, spots), (dog.Figure, dog.Colours["fur"], dog.Colours["fur-2"]));
    }

    [Fact]
    public void The_colour_of_a_nose_is_not_that_of_the_fur_before_it()
    {
        var order = Order("Bruno waits", "forest", "Medium", "Day", new Character { Name = "Bruno", VisualIdentity = "Bruno is a bear with thick brown fur and a wet black nose." }) with { Language = "en" };
        Assert.Equal("#8a5a3c", Assert.Single(_designer.Design(order).Actors).Player.Colours["fur"]);
    }

    [Theory]
    [InlineData("en", "Rowan is a fox with red-brown fur and clever eyes, a strip of cloth around its neck.", "dog")]
    [InlineData("en", "Tambo is a young elephant with wrinkled grey skin and ears like fans.", "dog")]
    [InlineData("en", "Leon is a lion with a tangled golden mane and amber eyes.", "cat")]
    [InlineData("en", "Crumb is a mouse with soft grey fur and thin round ears.", "rabbit")]
    [InlineData("en", "Hollis is an owl with fluffed brown feathers and round yellow eyes.", "bird")]
    [InlineData("vi", "Rơm là một con cáo có bộ lông đỏ nâu và đôi mắt lanh lợi", "dog")]
    [InlineData("vi", "Mun là chú vịt con lông vàng óng", "bird")]
    public void Whom_nobody_has_drawn_is_played_by_the_nearest_of_kin(string language, string identity, string figure)
    {
        var order = Order("Somebody waits", "forest", "Medium", "Day", new Character { Name = "Who", VisualIdentity = identity }) with { Language = language };
        Assert.Equal(figure, Assert.Single(_designer.Design(order).Actors).Player.Figure);
    }

    [Theory]
    [InlineData("Hai cái đuôi song song dưới làn mưa", false)]
    [InlineData("Lan ôm cây đàn đi dưới làn mưa", true)]
    public void A_thing_is_held_when_the_text_names_it_and_not_when_an_English_word_only_looks_alike(string prompt, bool held) =>
        Assert.Equal(held, _designer.Design(Order(prompt, "phố", "Medium", "Night", Lan)).Elements.Any(element => element.Name.StartsWith("props/guitar", StringComparison.Ordinal)));

    [Fact]
    public void Two_who_talk_face_each_other_and_only_they_move_their_mouths()
    {
        var order = Order("Lan và Minh nói chuyện", "công viên", "Medium", "Dusk", Lan, Minh) with { Lines = [new SpokenLine("Minh", "Chào em", 0.5, 1.5, null)] };
        var plan = _designer.Design(order);
        var (left, right) = (plan.Actors.MinBy(actor => actor.X)!, plan.Actors.MaxBy(actor => actor.X)!);
        Assert.False(left.FacesLeft);
        Assert.True(right.FacesLeft);
        Assert.True(right.X - left.X > 100);
        Assert.Equal(Blocking.Talk, plan.Actors.Single(actor => actor.Player.Name == "Minh").Pose);
        var faces = plan.Elements.Where(element => element.Face is not null).ToList();
        Assert.Equal(2, faces.Count);
        Assert.Single(faces, element => element.Face!.Mouth is not null);
    }

    [Fact]
    public void Through_somebodys_eyes_that_somebody_is_not_seen()
    {
        var order = Order("Lan nhìn Minh", "quán cà phê", "POV, handheld", "Day", Lan, Minh) with { Lines = [new SpokenLine("Minh", "Chào em", 0.5, 1.5, null)] };
        Assert.Equal("Minh", Assert.Single(_designer.Design(order).Actors).Player.Name);
        Assert.Empty(_designer.Design(Order("Lan nhìn quanh", "quán cà phê", "POV", "Day", Lan)).Actors);
    }

    [Fact]
    public void Beside_somebody_who_walks_the_world_slides_by()
    {
        var plan = _designer.Design(Order("Lan đi qua công viên", "công viên", "Tracking shot", "Day", Lan));
        Assert.Equal(Blocking.Walk, Assert.Single(plan.Actors).Pose);
        var figure = plan.Elements.Single(element => element.Name.StartsWith("figures/", StringComparison.Ordinal));
        Assert.Equal(5, figure.Cels.Count);
        Assert.False(figure.WithWorld);
        var near = plan.Elements.Last(element => element.Name == "scenery/park/near.svg");
        View At(double time, Element element) => plan.Camera.At(time, element.Depth, element.Plane, element.WithWorld);
        Assert.True(Math.Abs(At(8, near).X - At(0, near).X) > 200);
        Assert.InRange(Math.Abs(At(8, figure).X - At(0, figure).X), 0, 20);
    }

    [Fact]
    public void The_same_order_is_designed_the_same_and_another_seed_otherwise()
    {
        var order = Order("Lan và Minh, một chiếc xe đạp", "biển", "Wide", "Golden hour", Lan, Minh);
        string Facts(ShotOrder asked) => string.Join('|', _designer.Design(asked).Actors.Select(actor => FormattableString.Invariant($"{actor.Player.Name} {actor.X} {actor.Foot} {actor.FacesLeft}")));
        Assert.Equal(Facts(order), Facts(order));
        Assert.True(Enumerable.Range(0, 8).Select(seed => Facts(order with { Seed = seed })).Distinct().Count() > 5);
    }

    [Fact]
    public void What_nobody_knows_falls_back_and_never_fails()
    {
        var strange = new Character { Name = "Zorblax \u202E{\\pos}", VisualIdentity = "☃☃☃ #; drop" };
        var plan = _designer.Design(Order("Zorblax quxes the frobnicator <svg/>", "the ☃ of nowhere", "??", "o'clock", strange) with { Language = "fi" });
        Assert.NotEqual("", plan.Place);
        Assert.Single(plan.Actors);
        Assert.Empty(_designer.Design(Order("", "", null, null) with { Language = "ja" }).Actors);
    }

    [Fact]
    public void Things_that_are_named_are_there()
    {
        var plan = _designer.Design(Order("Lan cầm ô đứng cạnh chiếc xe đạp", "phố", "Wide", "Day", Lan));
        Assert.Equal(Blocking.Hold, Assert.Single(plan.Actors).Pose);
        Assert.Contains(plan.Elements, element => element.Name == "props/umbrella");
        Assert.Contains(plan.Elements, element => element.Name == "props/bicycle");
    }

    [Theory]
    [InlineData("Lan đứng trong quán, gian quán như một con thuyền sáng", "props/boat")]
    [InlineData("Lan waits, the hall like a boat in the dark", "props/boat")]
    [InlineData("Lan đọc sách, ánh lửa bập bùng nhuộm vàng gương mặt", "props/fire")]
    public void What_something_is_only_compared_to_is_not_there(string prompt, string thing) => Assert.DoesNotContain(
        _designer.Design(Order(prompt, "nhà", "Wide", "Night", Lan)).Elements, element => element.Name == thing);

    [Theory]
    [InlineData("Lan waits. Wide shot, the camera holds still and leaves her small in the frame", "Wide shot", "props/camera")]
    [InlineData("Lan waits. Handheld close-up, the picture of a lamp trembling", "The camera circles Lan", "props/camera")]
    [InlineData("Lan đứng chờ. Toàn cảnh, máy quay đứng yên", "Máy quay lùi dần", "props/camera")]
    public void What_takes_the_picture_is_not_in_it(string prompt, string notes, string thing)
    {
        var order = Order(prompt, "nhà", "Wide", "Day", Lan);
        Assert.DoesNotContain(_designer.Design(order with { Shot = order.Shot with { VisualNotes = notes } }).Elements, element => element.Name == thing);
    }

    [Theory]
    [InlineData("Lan lifts the camera to her eye. Wide shot, the camera holding still")]
    [InlineData("Lan nâng máy quay lên. Toàn cảnh, máy quay đứng yên")]
    public void A_camera_that_somebody_holds_is_in_the_picture(string prompt) => Assert.Contains(
        _designer.Design(Order(prompt, "nhà", "Wide", "Day", Lan)).Elements, element => element.Name == "props/camera");

    [Fact]
    public void What_comes_after_a_comparison_is_there() => Assert.Contains(
        _designer.Design(Order("Lan nhẹ như một chiếc lá, bên chiếc xe đạp", "phố", "Wide", "Day", Lan)).Elements, element => element.Name == "props/bicycle");

    [Theory]
    [CombinatorialShots]
    public void Every_face_is_in_the_picture_and_above_the_captions(string figure, CameraShot shot, string aspect, string? platform)
    {
        var size = Aspect.Parse(aspect).Frame(540);
        var character = new Character { Name = "A", Figure = figure };
        var order = Order("A nói", "công viên", shot == CameraShot.CloseUp ? "Close-up" : shot.ToString(), "Day", character, Minh) with
        {
            Size = size,
            Platform = platform,
            Lines = [new SpokenLine("A", "Xin chào", 0.2, 2, null)],
            Captions = [new CaptionCue(0.2, 2, "A", "Xin chào, đây là một câu khá dài để có hai dòng")],
        };
        var plan = _designer.Design(order);
        Assert.NotEmpty(plan.Actors);
        var sheet = new CaptionSheet(order.Captions, size, new PlatformZones(new RepositoryData()).Of(platform, size), FontFolder.BesideProgram, "vi");
        foreach (var face in plan.Actors.Select(actor => actor.FaceBox!.Value))
        {
            foreach (var time in new[] { 0.0, 4, 8 })
            {
                var view = plan.Camera.At(time, 1, Plane.Actors, withWorld: false);
                var place = view.Place(face.Left, face.Top, 1);
                var (right, bottom) = (place.X + face.Width * view.Scale, place.Y + face.Height * view.Scale);
                Assert.InRange(place.X, 0, size.Width);
                Assert.InRange(right, 0, size.Width);
                Assert.InRange(place.Y, 0, size.Height);
                if (shot != CameraShot.Aerial)
                    Assert.InRange(bottom, 0, sheet.Bounds(0).Y + size.Height * 0.04);
                if (shot == CameraShot.CloseUp)
                    Assert.True(face.Width * view.Scale > size.Width * 0.3 || face.Height * view.Scale > size.Height * 0.2);
            }
        }
    }

    private static ShotOrder Order(string prompt, string? location, string? camera, string? time, params Character[] cast) => new()
    {
        Project = "/project",
        Scene = 1,
        SceneCount = 4,
        Take = 1,
        Workflow = Workflow.Text2Video,
        Prompt = prompt,
        Frames = 240,
        Size = new FrameSize(540, 960),
        Aspect = Aspect.Vertical,
        Seed = 1,
        Language = "vi",
        Style = "cinematic",
        Shot = new Scene { Prompt = prompt, Duration = 8, Location = location, CameraShot = camera, TimeOfDay = time, Characters = [.. cast.Select(one => one.Name)] },
        Cast = cast,
    };

    private sealed class CombinatorialShotsAttribute : Xunit.v3.DataAttribute
    {
        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
            ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [
                .. from figure in new[] { "woman", "boy", "cat", "bird" }
                   from shot in Enum.GetValues<CameraShot>()
                   from aspect in new[] { "9:16", "16:9", "1:1", "21:9" }
                   from platform in new string?[] { null, "tiktok" }
                   select new TheoryDataRow(figure, shot, aspect, platform),
            ]);

        public override bool SupportsDiscoveryEnumeration() => true;
    }
}
