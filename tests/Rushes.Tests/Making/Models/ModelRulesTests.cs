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
        Assert.Null(Clips(2, []).Beyond(null));
        Assert.Null(Clips(2, []).Beyond(2));
        var dear = Clips(2.5m, []).Beyond(2)!;
        Assert.Equal(("models.too-dear", "max-cost", 2.5m, 2m), (dear.Code, dear.Field, dear.Details[0], dear.Details[1]));
        Assert.Equal("models.price-unknown", Clips(null, ["veo"]).Beyond(2)!.Code);
        Assert.Null(Clips(null, ["veo"]).Beyond(null));
    }

    [Fact]
    public async Task A_cost_is_asked_about_only_where_there_is_one_and_a_no_begins_nothing()
    {
        var asked = new List<CostEstimate>();
        var wishes = ShootingWishes.Default with { Consent = (cost, _) => { asked.Add(cost); return Task.FromResult(false); } };
        await wishes.AgreeAsync(Clips(0, []), default);
        Assert.Empty(asked);
        await Assert.ThrowsAsync<DeclinedException>(() => wishes.AgreeAsync(Clips(2, []), default));
        await Assert.ThrowsAsync<DeclinedException>(() => wishes.AgreeAsync(Clips(null, ["veo"]), default));
        Assert.Equal("models.too-dear", (await Assert.ThrowsAsync<MistakeException>(() => (wishes with { MaxCost = 1 }).AgreeAsync(Clips(2, []), default))).Mistake.Code);
        Assert.Equal(2, asked.Count);
        await ShootingWishes.Default.AgreeAsync(Clips(2, []), default);
    }

    [Fact]
    public async Task Who_agreed_to_an_estimate_is_asked_again_only_about_what_goes_beyond_it()
    {
        var asked = new List<decimal?>();
        var wishes = (ShootingWishes.Default with { Consent = (cost, _) => { asked.Add(cost.Amount); return Task.FromResult(true); } })
            .Beyond(Clips(2, []) with { Writing = new(0.5m, []), IsGuess = true });
        await wishes.AgreeAsync(Clips(2, []), default);
        Assert.Empty(asked);
        await wishes.AgreeAsync(Clips(2.1m, []), default);
        await wishes.AgreeAsync(Clips(null, ["veo"]), default);
        Assert.Equal([2.1m, null], asked);
    }

    [Fact]
    public void Voices_and_the_script_are_in_the_price_and_one_that_is_unknown_makes_the_whole_unknown()
    {
        var film = Clips(2, []) with { Voices = new(0.02m, []), Writing = new(0.003m, []) };
        Assert.Equal(2.023m, film.Amount);
        Assert.Equal(2.023m, film.Beyond(2.02m)!.Details[0]);
        var unknown = film with { Voices = new(null, ["openai-compatible:kokoro"]) };
        Assert.Equal((null, "openai-compatible:kokoro"), (unknown.Amount, Assert.Single(unknown.Unknown)));
        Assert.Equal("models.price-unknown", unknown.Beyond(5)!.Code);
        Assert.False((Clips(0, []) with { Voices = new(0.02m, []) }).IsFree);
    }

    [Fact]
    public void What_the_script_cost_is_spent_unless_it_is_yet_to_be_written()
    {
        var film = Clips(2, []) with { Writing = new(0.5m, []) };
        Assert.Equal(2, film.ToCome().Amount);
        Assert.Equal(2.5m, (film with { IsGuess = true }).ToCome().Amount);
        Assert.Equal((0, 0.5m), (film.OfScript().Takes, film.OfScript().Amount!.Value));
        Assert.Contains("Clips", film.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_agreed_to_more_is_not_asked_about_less()
    {
        Assert.True(Clips(2, []).Covers(Clips(2, [])));
        Assert.False(Clips(2, []).Covers(Clips(2.1m, [])));
        Assert.False(Clips(2, []).Covers(Clips(null, ["veo"])));
        Assert.True(Clips(null, ["veo"]).Covers(Clips(null, ["veo"])));
        Assert.False(Clips(null, ["veo"]).Covers(Clips(null, ["kling"])));
    }

    private static CostEstimate Clips(decimal? amount, IReadOnlyList<string> unknown) => new(4, new(amount, unknown), CostShare.Nothing, CostShare.Nothing);

    private static (string Code, string? Field) Broken(VideoModel model, SceneNeeds scene)
    {
        var mistake = ModelRules.Broken(model, scene, Today)!;
        return (mistake.Code, mistake.Field);
    }
}
