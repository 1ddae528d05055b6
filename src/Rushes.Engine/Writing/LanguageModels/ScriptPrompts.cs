using System.Globalization;
using System.Text;
using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.Composing;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Composes the questions of one script from the brief, the plan and what the data files say of template, style, topic and language.</summary>
internal sealed class ScriptPrompts
{
    private const int PromptLimit = 700;

    // Whoever writes single scenes needs the idea's gist, not its every word.
    private const int IdeaGist = 1_500;

    // Scenes on either side that whoever writes one is told of.
    private const int Neighbours = 3;

    // Silence that a scene keeps, and what voices need beyond their usual rate.
    private const double Margin = 0.5;
    private const double Ease = 0.88;

    private readonly PromptBook _book;
    private readonly PromptWords _words;
    private readonly WritingOrder _order;
    private readonly ScenePlan _plan;
    private readonly LanguageFacts _facts;
    private readonly string _tongue;
    private readonly Dictionary<string, string> _values;
    private readonly string _system;

    public ScriptPrompts(DataShelf shelf, WritingOrder order, ScenePlan plan)
    {
        var catalogue = new Catalogue(shelf);
        var brief = order.Brief;
        var style = catalogue.Style(brief.Style);
        var choices = shelf.Read<WritingChoices>("prompts/writing.json");
        _book = new(shelf);
        _words = shelf.Read<PromptWords>("prompts/words.json");
        _order = order;
        _plan = plan;
        _facts = catalogue.Language(order.Language);
        _tongue = order.Language == "vi" ? "vi" : "en";
        _values = new(StringComparer.Ordinal)
        {
            ["language"] = _facts.Name.In(_tongue),
            ["framework"] = _book.Read(_tongue, Sells ? "sales" : "story").Trim(),
            ["style"] = style.Name.In(_tongue),
            ["style_guidance"] = style.Guidance.In(_tongue),
            ["style_tags"] = string.Join(", ", style.Positive),
            ["subject"] = SubjectOf(catalogue),
            ["prompt_limit"] = PromptLimit.ToString(CultureInfo.InvariantCulture),
            ["speech_unit"] = (_facts.Unit == SpeechUnit.Letter ? _words.Letters : _words.Words).In(_tongue),
            ["visual_notes"] = (Sells ? _words.NotesSales : _words.NotesStory).In(_tongue),
            ["seconds"] = Number(brief.Duration),
            ["count"] = Number(plan.Scenes.Count),
            ["aspect"] = brief.Aspect.ToString(),
            ["template"] = plan.Template.Name.In(_tongue),
            ["template_about"] = plan.Template.About.In(_tongue),
            ["hook"] = choices.Hooks[order.Variant % choices.Hooks.Count].In(_tongue),
            ["posts"] = Sells ? _words.Posts.In(_tongue).Replace("{0}", brief.Platform ?? "tiktok", StringComparison.Ordinal) : "",
        };
        _system = _book.Fill(_tongue, "system", _values);
    }

    private bool Sells => _order.Brief.Workflow == Workflow.SalesVideo;

    public Question Whole(string? complaint) =>
        Ask("whole", AnswerForms.Whole(Sells), complaint, ("source", Source(int.MaxValue)), ("plan", PlanOf(_plan.Scenes)));

    public Question Outline(string? complaint) =>
        Ask("outline", AnswerForms.Outline(Sells), complaint, ("source", Source(int.MaxValue)), ("plan", PlanOf(_plan.Scenes)));

    /// <param name="acts">First and last scene of each act, counted from 0.</param>
    public Question Acts(IReadOnlyList<Range> acts, string? complaint) =>
        Ask("acts", AnswerForms.Acts(Sells), complaint, ("source", Source(int.MaxValue)), ("plan", string.Join('\n', acts.Select(LineOf))));

    public Question Act(StoryHead head, int act, Range scenes, string? complaint) => Ask(
        "act",
        AnswerForms.Act,
        complaint,
        ("story", StoryOf(head)),
        ("acts", string.Join('\n', head.Acts.Select((what, index) => $"{Number(index + 1)}. {what}"))),
        ("act", Number(act + 1)),
        ("plan", PlanOf(_plan.Scenes.Take(scenes))));

    /// <param name="known">What is known of every scene: its outline, or what was written.</param>
    /// <param name="asked">Numbers counted from 0, in order.</param>
    public Question Scenes(StoryHead head, Func<int, string?> known, IReadOnlyList<int> asked, string? complaint)
    {
        return Ask(
            "scenes",
            AnswerForms.Scenes,
            complaint,
            ("source", Source(IdeaGist)),
            ("story", StoryOf(head)),
            ("before", Around(known, asked[0] - Neighbours, asked[0])),
            ("plan", string.Join('\n', asked.Select(index => known(index) is { } what ? $"{LineOf(_plan.Scenes[index])} | {what}" : LineOf(_plan.Scenes[index])))),
            ("after", Around(known, asked[^1] + 1, asked[^1] + 1 + Neighbours)));
    }

    /// <summary>Another scene in the place of one.</summary>
    public Question Rewrite(StoryHead head, RewriteOrder order, string? complaint)
    {
        var at = order.Scene - 1;
        return Ask(
            "rewrite",
            AnswerForms.Scenes,
            complaint,
            ("source", Source(IdeaGist)),
            ("story", StoryOf(head)),
            ("before", Around(Known, at - Neighbours, at)),
            ("scenes", Shown(order.Before)),
            ("plan", LineOf(_plan.Scenes[at])),
            ("after", Around(Known, at + 1, at + 1 + Neighbours)));

        string Known(int index) => Gist(order.Script.Scenes[index]);
    }

    /// <summary>What a scene shows, in short.</summary>
    public static string Gist(Scene scene)
    {
        const int longest = 220;
        return scene.Prompt.Length <= longest ? scene.Prompt : scene.Prompt[..longest] + "…";
    }

    /// <param name="faults">The scenes, counted from 0, each with what is wrong with it.</param>
    public Question Mend(StoryHead head, IReadOnlyList<(int Index, Scene Scene, IReadOnlyList<string> Faults)> faults, IReadOnlyList<string> fields, string? complaint) => Ask(
        "mend",
        AnswerForms.Mended(fields),
        complaint,
        ("source", Source(IdeaGist)),
        ("story", StoryOf(head)),
        ("scenes", string.Join("\n\n", faults.Select(fault => $"{Number(fault.Index + 1)}. {Shown(fault.Scene)}\n{_words.Wrong.In(_tongue)}: {string.Join(' ', fault.Faults)}"))),
        ("plan", PlanOf(faults.Select(fault => _plan.Scenes[fault.Index]))),
        ("fields", string.Join(", ", fields)));

    public Question MendHead(StoryHead head, IReadOnlyList<string> faults) => Ask(
        "mend-head",
        AnswerForms.MendedHead,
        null,
        ("source", Source(IdeaGist)),
        ("story", StoryOf(head)),
        ("complaints", string.Join(' ', faults)));

    private Question Ask(string name, JsonElement form, string? complaint, params (string Name, string Value)[] own)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var (key, value) in own)
            values[key] = value;
        var prompt = _book.Fill(_tongue, name, values);
        if (complaint is not null)
            prompt = $"{prompt}\n\n{_words.Again.In(_tongue).Replace("{0}", complaint, StringComparison.Ordinal)}";
        return new(_system, prompt, form, name.Replace('-', '_'), _order.Brief.Seed);
    }

    private string Around(Func<int, string?> known, int from, int to)
    {
        var lines = Enumerable.Range(Math.Max(0, from), Math.Max(0, Math.Min(to, _plan.Scenes.Count) - Math.Max(0, from)))
            .Select(index => known(index) is { } what ? $"{Number(index + 1)}. {what}" : null)
            .OfType<string>()
            .ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : _words.Nothing.In(_tongue);
    }

    private string PlanOf(IEnumerable<PlannedScene> scenes) => string.Join('\n', scenes.Select(LineOf));

    private string LineOf(PlannedScene scene)
    {
        var spoken = Math.Max(0, Math.Floor((scene.Seconds - Margin) * _facts.Rate * Ease));
        var tease = scene.WantsTease ? $" ({_words.HookHere.In(_tongue)})" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{scene.Index + 1} | {scene.Seconds:0.##} | {scene.Beat}: {scene.Turn}{tease} | {scene.Intensity:0.#} | {spoken:0}");
    }

    private string LineOf(Range act, int index)
    {
        var scenes = _plan.Scenes.Take(act).ToList();
        var beats = string.Join(", ", scenes.Select(scene => scene.Beat).Distinct(StringComparer.Ordinal));
        return string.Create(
            CultureInfo.InvariantCulture, $"{index + 1} | {scenes[0].Index + 1}-{scenes[^1].Index + 1} | {scenes.Sum(scene => scene.Seconds) / 60:0.#} | {beats}");
    }

    private string StoryOf(StoryHead head)
    {
        var story = new StringBuilder(_words.Story.In(_tongue)).Append(": ").Append(head.Title).Append('\n');
        if (head.HookSummary is { } hook)
            story.Append(hook).Append('\n');
        if (head.EmotionalArc is { } arc)
            story.Append(arc).Append('\n');
        if (head.Characters.Count > 0)
            story.Append(_words.Characters.In(_tongue)).Append(":\n");
        foreach (var character in head.Characters)
            story.Append("- ").Append(character.Name).Append(character.Role.Length > 0 ? $" ({character.Role})" : "").Append(": ").Append(character.VisualIdentity).Append('\n');
        return story.ToString().TrimEnd();
    }

    private string Source(int most)
    {
        var brief = _order.Brief;
        if (brief.Product is { } product)
            return $"{_words.Product.In(_tongue)}\n{ProductLines(product, most)}";
        var idea = brief.Idea.Length <= most ? brief.Idea : brief.Idea[..most] + "…";
        return $"{_words.Idea.In(_tongue)}\n---\n{idea.Trim()}\n---";
    }

    private string ProductLines(Product product, int most)
    {
        var description = product.Description.Length <= most ? product.Description : product.Description[..most] + "…";
        (Names Name, string? Value)[] lines =
        [
            (_words.Name, product.Name),
            (_words.Description, description),
            (_words.Points, string.Join("; ", product.SellingPoints)),
            (_words.Price, product.Price),
            (_words.Offer, product.Offer),
            (_words.Call, product.CallToAction),
            (_words.People, string.Join("; ", product.People.Select(person => person.Description))),
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => $"- {line.Name.In(_tongue)}: {line.Value}"));
    }

    private string SubjectOf(Catalogue catalogue)
    {
        var brief = _order.Brief;
        if (brief.Domain is null && brief.Topic is null)
            return "";
        var domain = catalogue.Domains.Select(pair => pair.Value).FirstOrDefault(one => one.Topics.Any(topic => topic.Id == brief.Topic))
            ?? catalogue.Domains.FirstOrDefault(pair => pair.Id == brief.Domain).Value;
        var topic = domain?.Topics.FirstOrDefault(topic => topic.Id == brief.Topic);
        return $"{_words.Subject.In(_tongue)}: {string.Join(" / ", new[] { domain?.Name.In(_tongue), topic?.Name.In(_tongue) }.OfType<string>())}\n{topic?.Guidance.In(_tongue)}".Trim();
    }

    private static string Shown(Scene scene) => JsonSerializer.Serialize(
        new
        {
            prompt = scene.Prompt,
            location = scene.Location,
            characters = scene.Characters,
            time_of_day = scene.TimeOfDay,
            visual_notes = scene.VisualNotes,
            dialogues = scene.Dialogues.Select(line => new { speaker = line.Speaker, text = line.Text, emotion = line.Emotion }),
            narration = scene.Narration,
        },
        Readable);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
