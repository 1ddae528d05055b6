using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Checking;

public sealed class ScriptJudgeTests
{
    private static readonly ScriptJudge Judge = new(ProductData.Shelf);

    private static double Of(Script script, string kind, Brief? brief = null) => Judge.Judge(script, brief ?? Scripts.Brief).Parts.Single(part => part.Kind == kind).Value;

    [Fact]
    public void A_dull_script_scores_low_and_a_good_one_high()
    {
        var good = Judge.Judge(Scripts.Good, Scripts.Brief);
        var dull = Judge.Judge(Scripts.Dull, Scripts.Brief);
        Assert.True(good.Value >= 0.75, string.Join('\n', good.Reasons));
        Assert.True(dull.Value <= 0.3, string.Join('\n', dull.Reasons));
    }

    [Fact]
    public void Weights_add_up_and_the_reasons_say_that_it_is_a_rule_of_thumb()
    {
        foreach (var workflow in new[] { Workflow.Text2Video, Workflow.SalesVideo })
        {
            var score = Judge.Judge(Scripts.Good, Scripts.Brief with { Workflow = workflow });
            Assert.Equal(1, score.Parts.Sum(part => part.Weight), 6);
            Assert.All(score.Parts, part => Assert.InRange(part.Value, 0, 1));
            Assert.Equal(Sentence.Of("script.score-heuristic"), score.Reasons[^1]);
            Assert.Equal(score.Parts.Count + 1, score.Reasons.Count);
        }
    }

    [Fact]
    public void Each_part_answers_to_what_it_is_about()
    {
        var good = Scripts.Good;
        Script Each(Func<Scene, Scene> change) => good with { Scenes = [.. good.Scenes.Select(change)] };
        Assert.True(Of(good, "hook") > Of(good with { Scenes = [.. good.Scenes.Skip(1)], HookSummary = "" }, "hook"));
        Assert.True(Of(good, "arc") > 0.2 + Of(Each(scene => scene with { Intensity = 0.2, Emotion = "calm" }), "arc"));
        Assert.True(Of(good, "visuals") > 0.2 + Of(Each(scene => scene with { Prompt = "A very beautiful fox.", CameraShot = null, LightingMood = null }), "visuals"));
        Assert.True(Of(good, "pacing") > 0.2 + Of(Each(scene => scene with { Duration = 1, Narration = "Far too many words to be said in a second." }), "pacing"));
        Assert.True(Of(good, "idea") > 0.2 + Of(good, "idea", Scripts.Brief with { Idea = "An old baker teaches a robot to knead bread" }));
    }

    [Fact]
    public void A_sales_film_must_ask_and_be_believed()
    {
        var brief = Scripts.Brief with { Workflow = Workflow.SalesVideo, Product = new() { Name = "Lumo lamp", Price = "$29", Images = ["/l.jpg"] } };
        var selling = Scripts.Good with
        {
            Scenes =
            [
                Scripts.Good.Scenes[0], Scripts.Good.Scenes[1],
                Scripts.Good.Scenes[2] with { StoryBeat = "Proof", Narration = "Thousands of reviews, and a real two-year warranty." },
                Scripts.Good.Scenes[3] with { StoryBeat = "Action", Narration = "Lumo, $29. Tap the link and order today." },
            ],
        };
        Assert.True(Of(selling, "call", brief) > 0.8);
        Assert.True(Of(selling, "trust", brief) > 0.8);
        Assert.True(Of(Scripts.Good, "call", brief) < 0.3);
        Assert.True(Of(Scripts.Good, "trust", brief) < 0.3);
    }

    [Fact]
    public void Without_scenes_there_is_nothing_to_score() => Assert.Equal(0, Judge.Judge(Scripts.Good with { Scenes = [] }, Scripts.Brief).Value);
}
