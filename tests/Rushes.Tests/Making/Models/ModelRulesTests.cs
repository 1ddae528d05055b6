using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Film;
using Rushes.Film.Scenes;
using Rushes.Film.Takes;

namespace Rushes.Tests.Making.Models;

public sealed class ModelRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly FrameSize Hd = new(1080, 1920);
    private static readonly SceneNeeds Scene = new(3, 6, ScenePictures.None);
    private static readonly VideoModel Model = new()
    {
        Id = "veo",
        Provider = "cloud",
        Name = new("Veo"),
        Lengths = [4, 6, 8],
        Aspects = ["9:16", "16:9"],
        Resolutions = ["720p", "1080p", "4k"],
        FirstFrame = true,
        Prices = [new(0.1m), new(0.3m, "4k"), new(0.05m, "4k", Upscaling: true)],
        CheckedOn = Today,
    };

    [Fact]
    public void A_scene_within_the_models_abilities_breaks_no_rule()
    {
        Assert.Null(ModelRules.Broken(Model, Scene, Today));
        Assert.Null(ModelRules.Broken(Model, Scene with { Seconds = 8, Pictures = ScenePictures.Start }, Today));
    }

    [Fact]
    public void What_a_model_cannot_film_is_named_by_scene_and_field_with_what_is_possible()
    {
        Assert.Equal(("models.too-long", "scenes[3].duration"), Broken(Model, Scene with { Seconds = 8.5 }));
        Assert.Equal(("models.no-first-frame", "scenes[3].image"), Broken(Model with { FirstFrame = false }, Scene with { Pictures = ScenePictures.Start }));
        Assert.Equal(("models.no-pictures", "scenes[3].image"), Broken(Model with { FirstFrame = false }, Scene with { Pictures = ScenePictures.Show }));
        Assert.Null(ModelRules.Broken(Model with { FirstFrame = false, References = 1 }, Scene with { Pictures = ScenePictures.Show }, Today));
        Assert.Equal(("models.needs-picture", "scenes[3].image"), Broken(Model with { FromText = false }, Scene));
        Assert.Equal("4, 6, 8", ModelRules.Broken(Model, Scene with { Seconds = 8.5 }, Today)!.Details[^1]);
    }

    [Fact]
    public void A_model_past_its_end_is_refused_and_one_near_it_is_warned_about()
    {
        Assert.Equal(("models.ended", "model"), Broken(Model with { ShutsDown = Today }, Scene));
        Assert.Null(ModelRules.EndsSoon(Model with { ShutsDown = Today }, Today));
        Assert.Equal(60, ModelRules.EndsSoon(Model with { ShutsDown = Today.AddDays(60) }, Today)!.Details[^1]);
        Assert.Null(ModelRules.EndsSoon(Model with { ShutsDown = Today.AddDays(61) }, Today));
        Assert.Null(ModelRules.Ended(Model with { ShutsDown = Today.AddDays(1) }, Today));
    }

    [Fact]
    public void A_scene_costs_what_the_clip_costs_that_covers_it()
    {
        Assert.Equal(new Cost(0.6m), Model.CostOf(4.5, Hd));
        Assert.Equal(new Cost(2.4m), Model.CostOf(8, new(2160, 3840)));
        Assert.Equal(new Cost(0.8m), Model.CostOf(9, Hd));
        Assert.Null((Model with { Prices = [] }).CostOf(8, Hd));
    }

    [Fact]
    public void A_cost_beyond_the_users_bound_or_unknown_is_not_promised()
    {
        Assert.Null(new CostEstimate(2, 4, []).Beyond(null));
        Assert.Null(new CostEstimate(2, 4, []).Beyond(2));
        var dear = new CostEstimate(2.5m, 4, []).Beyond(2)!;
        Assert.Equal(("models.too-dear", "max-cost", 2.5m, 2m), (dear.Code, dear.Field, dear.Details[0], dear.Details[1]));
        Assert.Equal("models.price-unknown", new CostEstimate(null, 4, ["veo"]).Beyond(2)!.Code);
        Assert.Null(new CostEstimate(null, 4, ["veo"]).Beyond(null));
    }

    [Fact]
    public void A_cost_is_asked_about_only_where_there_is_one_and_a_no_begins_nothing()
    {
        var asked = new List<CostEstimate>();
        var wishes = ShootingWishes.Default with { Consent = cost => { asked.Add(cost); return false; } };
        wishes.Agree(new(0, 4, []));
        Assert.Empty(asked);
        Assert.Throws<DeclinedException>(() => wishes.Agree(new(2, 4, [])));
        Assert.Throws<DeclinedException>(() => wishes.Agree(new(null, 4, ["veo"])));
        Assert.Equal("models.too-dear", Assert.Throws<MistakeException>(() => (wishes with { MaxCost = 1 }).Agree(new(2, 4, []))).Mistake.Code);
        Assert.Equal(2, asked.Count);
        ShootingWishes.Default.Agree(new(2, 4, []));
    }

    private static (string Code, string? Field) Broken(VideoModel model, SceneNeeds scene)
    {
        var mistake = ModelRules.Broken(model, scene, Today)!;
        return (mistake.Code, mistake.Field);
    }
}
