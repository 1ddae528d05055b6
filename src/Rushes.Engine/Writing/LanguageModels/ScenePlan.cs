using Rushes.Engine.Library;
using Rushes.Engine.Writing.Composing;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What is settled before a language model is asked: how many scenes there are, their seconds, beats and heights of feeling.</summary>
internal sealed record ScenePlan(string TemplateId, Template Template, IReadOnlyList<PlannedScene> Scenes)
{
    // Longer films set a small hook this often, in seconds.
    private const double HookEvery = 18;

    // From here on every beat of a sales film may have a scene of its own.
    private const double RoomForAll = 28;

    public static ScenePlan Of(WritingOrder order, Catalogue catalogue, WritingChoices choices)
    {
        var brief = order.Brief;
        var (id, template) = TemplateOf(order, catalogue, choices);
        var count = SceneLengths.Count(brief.Duration, order.Clips);
        if (brief.Workflow == Workflow.SalesVideo && count < template.Beats.Count && brief.Duration >= RoomForAll
            && order.Clips.Fixed.Count != 1 && template.Beats.Count * order.Clips.Shortest <= brief.Duration)
        {
            count = template.Beats.Count;
        }

        var beats = BeatPlan.Of(template, count);
        var seconds = SceneLengths.Share(brief.Duration, order.Clips, [.. beats.Select(BeatPlan.Weight)]);
        var sinceHook = 0.0;
        return new(id, template, [.. beats.Select((beat, index) =>
        {
            sinceHook += seconds[index];
            var tease = brief.Duration > SceneLengths.ShortFilm && sinceHook >= HookEvery && index < beats.Count - 1;
            if (tease)
                sinceHook = 0;
            return beat with { Seconds = seconds[index], WantsTease = tease };
        })]);
    }

    /// <summary>The plan of a script that is there, as it stands now.</summary>
    public static ScenePlan Over(RewriteOrder order, Catalogue catalogue, WritingChoices choices)
    {
        var script = order.Script;
        var (id, template) = catalogue.Templates.FirstOrDefault(one => one.Id == script.Template) is { Value: not null } own ? own : TemplateOf(order.Film, catalogue, choices);
        return new(id, template, BeatPlan.Over(BeatPlan.Of(template, script.Scenes.Count), script));
    }

    private static (string Id, Template Template) TemplateOf(WritingOrder order, Catalogue catalogue, WritingChoices choices)
    {
        var brief = order.Brief;
        var sells = brief.Workflow == Workflow.SalesVideo;
        var usual = sells ? choices.SalesTemplates : choices.StoryTemplates;
        var topic = catalogue.Domains.SelectMany(domain => domain.Value.Topics).FirstOrDefault(topic => topic.Id == brief.Topic);
        var id = brief.Template ?? (order.Variant == 0 ? topic?.Template : null) ?? usual[order.Variant % usual.Count];
        var template = catalogue.Template(id);

        // A template of stories has no beats that sell.
        if (sells && template.Family != TemplateFamily.Sales)
        {
            id = usual[order.Variant % usual.Count];
            template = catalogue.Template(id);
        }

        return (id, template);
    }
}
