using Rushes.Engine.Writing.Checking;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Checking;

public sealed class ScriptChecksTests
{
    private static readonly ScriptChecks Checks = new(ProductData.Shelf);

    private static Script Good => Scripts.Good;

    private static Script With(int scene, Func<Scene, Scene> change) =>
        Good with { Scenes = [.. Good.Scenes.Select((one, index) => index == scene - 1 ? change(one) : one)] };

    [Fact]
    public void A_good_script_earns_no_warning() => Assert.Empty(Checks.Check(Good, Scripts.Brief));

    public static TheoryData<Script, int?, string> Flawed => new()
    {
        { Good with { Scenes = [] }, null, WarningKinds.Scenes },
        { With(2, scene => scene with { Duration = 6 }), null, WarningKinds.Duration },
        { With(2, scene => scene with { Duration = 0.5 }), 2, WarningKinds.Scenes },
        { With(2, scene => scene with { Duration = 12 }), 2, WarningKinds.Scenes },
        { With(3, scene => scene with { Prompt = " ", Characters = [] }), 3, WarningKinds.Prompt },
        { With(3, scene => scene with { Prompt = scene.Prompt + new string('x', 3000) }), 3, WarningKinds.Prompt },
        { With(1, scene => scene with { Narration = "Hello everyone, look here." }), 1, WarningKinds.Hook },
        { With(1, scene => scene with { Dialogues = [new() { Speaker = "Ember", Text = "Well, hello everyone!" }], Narration = null }), 1, WarningKinds.Hook },
        { With(4, scene => Good.Scenes[1]), 4, WarningKinds.Likeness },
        { With(2, scene => scene with { Narration = "Một dấu chân nhỏ vẫn còn ấm." }), 2, WarningKinds.Language },
        { With(2, scene => scene with { Narration = "Le renard est dans la forêt avec son petit." }), 2, WarningKinds.Language },
        { With(3, scene => scene with { Narration = "She will not leave without him, not now, not ever, not while there is breath in her and water in the river." }), 3, WarningKinds.Speech },
        { With(2, scene => scene with { Characters = ["Ember", "Ash"] }), 2, WarningKinds.Character },
        { With(2, scene => scene with { Dialogues = [new() { Speaker = "Nobody", Text = "Run" }], Narration = null }), 2, WarningKinds.Character },
        { With(2, scene => scene with { Prompt = "Ember noses through grey ash beside a silent creek and finds a print." }), 2, WarningKinds.Identity },
        { With(2, scene => scene with { Characters = [], Prompt = "Ember noses through grey ash beside a silent creek and finds a print." }), 2, WarningKinds.Identity },
        { With(2, scene => scene with { Narration = "Chạy đi!" }), 2, WarningKinds.Language },
        { Good with { Social = [new() { Platform = "tiktok", Caption = "A mother never gives up.", ThumbnailText = "Con đâu rồi?" }] }, null, WarningKinds.Language },
        { Good with { Characters = [Good.Characters[0] with { Role = "một con cáo mẹ đang đi tìm con" }] }, null, WarningKinds.Language },
        { Good with { Scenes = [.. Good.Scenes.Select(scene => scene with { Intensity = 0.1 })] }, null, WarningKinds.Arc },
    };

    [Theory]
    [MemberData(nameof(Flawed))]
    public void Each_flaw_is_found_in_its_scene_and_said_in_both_languages(Script script, int? scene, string kind)
    {
        var found = Assert.Single(Checks.Check(script, Scripts.Brief).Where(warning => warning.Kind == kind && warning.Scene == scene).DistinctBy(warning => warning.Kind));
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi");
            var vietnamese = Checks.Check(script, Scripts.Brief).First(warning => warning.Kind == kind && warning.Scene == scene).Text;
            Assert.NotEqual(found.Text, vietnamese);
            Assert.DoesNotContain("{0}", found.Text + vietnamese, StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_calm_first_scene_without_hook_summary_grips_nobody()
    {
        var calm = With(1, scene => scene with { Prompt = "Ember, a lean red fox with a torn left ear, walks through the forest.", Intensity = 0, Narration = "It is a morning." }) with { HookSummary = "" };
        Assert.Contains(Checks.Check(calm, Scripts.Brief), warning => warning is { Kind: WarningKinds.Hook, Scene: 1 });
    }

    [Theory]
    [InlineData("An ember glows beside a silent creek where nobody is.")]
    [InlineData("A raven croaks \"Ember was here\" from the burning pine beside the creek.")]
    [InlineData("Embers rain on the Embercreek bridge.")]
    public void A_word_that_is_only_like_a_name_names_nobody(string prompt) =>
        Assert.DoesNotContain(Checks.Check(With(2, scene => scene with { Characters = [], Prompt = prompt }), Scripts.Brief), warning => warning.Kind == WarningKinds.Identity);

    [Fact]
    public void A_foreign_name_of_a_place_is_no_foreign_text() =>
        Assert.DoesNotContain(Checks.Check(With(2, scene => scene with { Location = "Phố Hiến" }), Scripts.Brief), warning => warning.Kind == WarningKinds.Language);

    [Fact]
    public void A_greeting_within_the_story_is_none()
    {
        var waving = With(1, scene => scene with { Narration = "She never said hello to the rain." });
        Assert.DoesNotContain(Checks.Check(waving, Scripts.Brief), warning => warning.Kind == WarningKinds.Hook);
        var later = With(3, scene => scene with { Narration = "Hello, little one." });
        Assert.DoesNotContain(Checks.Check(later, Scripts.Brief), warning => warning.Kind == WarningKinds.Hook);
    }

    [Fact]
    public void An_idea_that_is_left_out_is_named_with_its_words()
    {
        var warning = Assert.Single(Checks.Check(Good, Scripts.Brief with { Idea = "An old baker teaches a robot to knead bread" }), one => one.Kind == WarningKinds.Idea);
        Assert.Contains("robot", warning.Words);
    }

    [Theory]
    [InlineData("Foxes are looking for their lost cubs in burning forests", false)]
    [InlineData("A story of wards and crew", true)]
    public void Words_are_known_by_their_stem_and_not_by_their_beginning(string idea, bool isLost) =>
        Assert.Equal(isLost, Checks.Check(Good, Scripts.Brief with { Idea = idea }).Any(warning => warning.Kind == WarningKinds.Idea));

    [Fact]
    public void A_product_must_be_named()
    {
        var brief = Scripts.Brief with { Workflow = Workflow.SalesVideo, Idea = "", Product = new() { Name = "Lumo lamp", Images = ["/l.jpg"] } };
        Assert.Contains(Checks.Check(Good, brief), warning => warning.Kind == WarningKinds.Idea);
        Assert.DoesNotContain(Checks.Check(Good with { Title = "The Lumo lamp" }, brief), warning => warning.Kind == WarningKinds.Idea);
    }

    [Fact]
    public void Time_and_place_must_lead_on()
    {
        Scene At(Scene scene, string time, string? place = null) => scene with { TimeOfDay = time, Location = place ?? scene.Location, VisualNotes = null, Narration = null };
        var scenes = Good.Scenes;
        var flip = Good with { Scenes = [At(scenes[0], "Night"), At(scenes[1], "Day"), At(scenes[2], "Night"), scenes[3]] };
        Assert.Contains(Checks.Check(flip, Scripts.Brief), warning => warning is { Kind: WarningKinds.Continuity, Scene: 3 });
        var nightfall = Good with { Scenes = [scenes[0], At(scenes[1], "Day", "the creek"), At(scenes[2], "Night", "the creek"), scenes[3]] };
        Assert.Contains(Checks.Check(nightfall, Scripts.Brief), warning => warning is { Kind: WarningKinds.Continuity, Scene: 3 });
        var jump = Good with { Scenes = [scenes[0], At(scenes[1], "Dawn"), At(scenes[2], "Dawn") with { Characters = ["Stranger"] }, scenes[3]] };
        Assert.Contains(Checks.Check(jump, Scripts.Brief), warning => warning is { Kind: WarningKinds.Continuity, Scene: 3 });
    }

    [Fact]
    public void An_image_film_is_not_told_how_to_tell_a_story()
    {
        var script = Scripts.Dull with { Scenes = [.. Scripts.Dull.Scenes.Select(scene => scene with { Narration = null })] };
        Assert.Empty(Checks.Check(script, Scripts.Brief with { Workflow = Workflow.Image2Video }));
    }
}
