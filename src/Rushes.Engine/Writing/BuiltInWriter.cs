using System.Collections.Concurrent;
using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Sales;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>
/// Writes Vietnamese and English scripts without network or key, from phrase banks under <c>data/writing/</c>. The same brief, seed and variant give the
/// same script on every machine.
/// </summary>
public sealed class BuiltInWriter(DataShelf shelf) : IScriptWriter
{
    // Longer films set a small hook this often, in seconds.
    private const double HookEvery = 16;

    // Verbs and adjectives may be put in other words; most nouns should come back.
    private const double EnoughOfTheIdea = 0.85;

    private const int MostRehearsals = 8;

    private const int MostRewrites = 12;
    private const int TriesEach = 4;

    // With so little in common, as a share of their neighbouring words, two scenes are plainly not the same.
    private const double Another = 0.25;

    // So many variants of a script are looked through for the one that is there.
    private const int MostVariants = 10;

    private static readonly string[] Written = ["vi", "en"];

    /// <summary>Whether it can write in a language.</summary>
    public static bool Knows(string language) => Written.Contains(language);

    private readonly ConcurrentDictionary<string, PhraseBook> _books = new(StringComparer.Ordinal);
    private readonly Catalogue _catalogue = new(shelf);
    private readonly SalesWriter _sales = new(shelf);
    private readonly ScriptChecks _checks = new(shelf);

    /// <summary>The name for <c>--writer</c>.</summary>
    public const string Builtin = "builtin";

    public string Name => Builtin;

    public async Task<Script> WriteAsync(WritingOrder order, IProgress<WritingNews>? news, CancellationToken cancellation)
    {
        if (order.Brief.Workflow == Workflow.SalesVideo)
            return await Task.Run(() => _sales.Write(order, news, cancellation), cancellation);

        var language = order.Language;
        if (!Written.Contains(language))
            throw Mistake.Input("script.writer-language", "language", language).AsException();

        // Reading the banks and composing an hour's script is work of a moment, but not for the caller's thread.
        return await Task.Run(() => Write(order, language, news, cancellation), cancellation);
    }

    public async Task<Script> RewriteAsync(RewriteOrder order, IProgress<WritingNews>? news, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (!Knows(order.Script.Language))
            throw Mistake.Input("script.writer-language", "language", order.Script.Language).AsException();
        var script = await Task.Run(() => Rewritten(order, cancellation), cancellation);
        news?.Report(new WrittenScene(order.Scene, script.Scenes.Count, script.Scenes[order.Scene - 1]));
        return script with { WrittenBy = null };
    }

    private Script Write(WritingOrder order, string language, IProgress<WritingNews>? progress, CancellationToken cancellation)
    {
        var brief = order.Brief;
        var book = _books.GetOrAdd(language, name => new(shelf, name));
        var reading = book.Reader.Read(brief.Idea);
        var chance = Chance.Of(brief, order.Variant, reading.Plain);
        var premise = new PremiseMaker(book).Make(reading, chance);
        var templateId = brief.Template ?? premise.Bank.Templates[order.Variant % premise.Bank.Templates.Count];
        var style = _catalogue.Style(brief.Style);
        var plan = Plan(order, _catalogue.Template(templateId), book, premise, chance);

        // An idea of which too much would be lost is shown and told in its own words, early in the film.
        var again = chance.Copy();
        var (composer, written) = Compose(plan, book, premise, style, language, chance, cancellation);
        if (!reading.IsTold && plan.Count > 1 && Missing(brief, language, premise, written))
        {
            chance = again;
            var own = OwnWords.Of(premise);

            // A guide shows its steps or items whatever it is called; its name is what it opens with.
            if (premise.Bank.Family != TemplateFamily.Story)
                plan[0] = plan[0] with { Said = own };
            else
                plan[1] = plan[1] with { Told = own };
            (composer, written) = Compose(plan, book, premise, style, language, chance, cancellation);
        }

        // A film in which nobody says a word is composed anew: other turns of phrase fit into its seconds.
        for (var tries = 0; tries < MostRehearsals && written.TrueForAll(scene => scene.Narration is null && scene.Dialogues.Count == 0); tries++)
            (composer, written) = Compose(plan, book, premise, style, language, chance, cancellation);

        foreach (var (index, scene) in written.Index())
            progress?.Report(new WrittenScene(index + 1, written.Count, scene));
        var cast = CastOf(premise, book).Where(one => written.Any(scene => scene.Characters.Contains(one.Name)));
        var heads = new HeadComposer(book, premise, chance);
        return new()
        {
            Title = heads.Title(),
            Language = language,
            Kind = ScriptKind.Story,
            Style = brief.Style,
            Domain = brief.Domain,
            Topic = brief.Topic,
            Template = templateId,
            HookSummary = HeadComposer.Hook(written[0], composer.OpeningAction!),
            EmotionalArc = heads.Arc(written),
            Characters = [.. cast],
            Scenes = written,
        };
    }

    private (StoryComposer Composer, List<Scene> Scenes) Compose(
        List<PlannedScene> plan, PhraseBook book, Premise premise, VisualStyle style, string language, Chance chance, CancellationToken cancellation)
    {
        var composer = new StoryComposer(book, premise, style, _catalogue.Language(language), chance);
        var written = new List<Scene>(plan.Count);
        foreach (var scene in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            written.Add(composer.Compose(scene));
        }

        return (composer, written);
    }

    /// <summary>Whether the scenes lack too many of the words that tell what the idea is about.</summary>
    private bool Missing(Brief brief, string language, Premise premise, List<Scene> written)
    {
        var script = new Script { Title = "", Language = language, Scenes = written, Characters = [premise.Hero.AsCharacter(" {identity}")] };
        return IdeaCheck.Kept(new(script, brief, new CheckingShelf(shelf).WordingOf(language)), brief.Idea).Share < EnoughOfTheIdea;
    }

    private static List<PlannedScene> Plan(WritingOrder order, Template template, PhraseBook book, Premise premise, Chance chance)
    {
        var total = order.Brief.Duration;
        var count = SceneLengths.Count(total, order.Clips);
        if (premise.Reading.Count is { } items && order.Clips.Fixed.Count == 0)
            count = ListPlan.Scenes(count, items, total, Math.Max(3, order.Clips.Shortest));
        var beats = Beats(template, count, premise);
        var seconds = SceneLengths.Share(total, order.Clips, [.. beats.Select(BeatPlan.Weight)]);
        var times = DayPlan.Of(beats, total, premise.Reading.Time, premise.Bank.Times, chance);
        var places = new PlacePlan(book, premise, chance).Of(beats);
        var planned = new List<PlannedScene>(beats.Count);
        var sinceHook = 0.0;
        var called = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, beat) in beats.Index())
        {
            if (!called.TryGetValue(places[index].Id, out var name))
                called[places[index].Id] = name = chance.Pick(places[index].Called);
            // Bad weather clears where the film ends well.
            var clears = beats[^1].Intensity > 0 && beats.Count > 3 && index >= beats.Count - 1;
            sinceHook += seconds[index];
            var wantsTease = total > SceneLengths.ShortFilm && sinceHook >= HookEvery && index < beats.Count - 1;
            if (wantsTease)
                sinceHook = 0;
            planned.Add(beat with
            {
                WantsTease = wantsTease,
                Seconds = seconds[index],
                Time = times[index],
                Place = places[index],
                Called = name,
                Weather = clears ? null : premise.Reading.Weather,
            });
        }

        return planned;
    }

    private static List<PlannedScene> Beats(Template template, int count, Premise premise)
    {
        var beats = ListPlan.Of(BeatPlan.Of(template, count), premise.Reading.Count);
        return premise.Reading.IsTold ? ToldPlan.Of(beats, premise.Reading.Sentences) : beats;
    }

    private static IEnumerable<Character> CastOf(Premise premise, PhraseBook book) =>
        new[] { premise.Hero, premise.Mate, premise.Sought }.OfType<CastMember>().Select(member => member.AsCharacter(book.Words.Identity));

    /// <summary>
    /// Composes the scene several times and takes the one that tells least of the old one again, among those where the old one was with which the script has
    /// no more faults than it had.
    /// </summary>
    private Script Rewritten(RewriteOrder order, CancellationToken cancellation)
    {
        var again = order.Film.Brief.Workflow == Workflow.SalesVideo ? SalesAgain(order) : StoryAgain(order);
        var wording = new CheckingShelf(shelf).WordingOf(order.Script.Language);
        var usual = Faults(order.Script);
        Script? best = null;
        var least = double.MaxValue;
        for (var attempt = 0; attempt < MostRewrites && least > Another; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var chance = new Chance(order.Film.Brief.Seed, order.Before.Prompt, attempt.ToString(CultureInfo.InvariantCulture));
            var (scene, cast) = again(attempt, chance);
            var script = order.With(scene, cast);
            var moved = scene.Location == order.Before.Location ? 0 : 1;
            var marks = Math.Max(0, Faults(script) - usual) + moved + Likeness(scene, script.Characters);
            if (marks < least)
                (best, least) = (script, marks);
        }

        return best!;

        // The same words are worth less than any fault.
        double Likeness(Scene scene, IReadOnlyList<Character> cast)
        {
            if (scene.Prompt == order.Before.Prompt)
                return int.MaxValue;
            var both = LikenessCheck.PromptsOf(new(order.Script with { Scenes = [order.Before, scene], Characters = cast }, order.Film.Brief, wording));
            return wording.Likeness(both[0], both[1]);
        }

        int Faults(Script script) => _checks.Check(script, order.Film.Brief, order.Film.PromptLimit).Count;
    }

    private Func<int, Chance, (Scene, IEnumerable<Character>)> SalesAgain(RewriteOrder order) => (attempt, chance) => _sales.Again(order, attempt, chance);

    private Func<int, Chance, (Scene, IEnumerable<Character>)> StoryAgain(RewriteOrder order)
    {
        var (brief, script, index) = (order.Film.Brief, order.Script, order.Scene - 1);
        var book = _books.GetOrAdd(script.Language, name => new(shelf, name));
        var reading = book.Reader.Read(brief.Idea);
        var premise = PremiseOf(brief, script, book, reading);
        var template = _catalogue.Templates.FirstOrDefault(one => one.Id == script.Template).Value ?? _catalogue.Template(premise.Bank.Templates[0]);
        var others = script.Scenes.Where((_, at) => at != index).ToList();
        return (attempt, chance) =>
        {
            var plan = PlanOver(script, template, book, premise, chance)[..order.Scene];

            // What the idea says and the other scenes do not, is said here when nothing else would.
            if (attempt >= MostRewrites / 2 && !reading.IsTold && premise.Bank.Family == TemplateFamily.Story && Missing(brief, script.Language, premise, others))
                plan[index] = plan[index] with { Told = OwnWords.Of(premise) };

            // What fits best comes first. Composed once more it is something that was not shown yet; what is counted in order has but its one place.
            if (plan[index].Turn is not ("step" or "stage" or "item"))
                plan.AddRange(Enumerable.Repeat(plan[index], attempt / TriesEach));
            var (_, written) = Compose(plan, book, premise, _catalogue.Style(brief.Style), script.Language, chance, CancellationToken.None);
            return (written[^1], CastOf(premise, book));
        };
    }

    /// <summary>Each variant of a script has a cast of its own: here is the one whose people the script has.</summary>
    private static Premise PremiseOf(Brief brief, Script script, PhraseBook book, Reading reading)
    {
        return Enumerable.Range(0, MostVariants).Select(variant => new PremiseMaker(book).Make(reading, Chance.Of(brief, variant, reading.Plain))).MinBy(Strangers)!;

        int Strangers(Premise premise) => CastOf(premise, book).Sum(one =>
            script.Characters.FirstOrDefault(known => known.Name == one.Name) is { } known ? known.VisualIdentity == one.VisualIdentity ? 0 : 1 : 2);
    }

    private static List<PlannedScene> PlanOver(Script script, Template template, PhraseBook book, Premise premise, Chance chance)
    {
        var beats = BeatPlan.Over(Beats(template, script.Scenes.Count, premise), script);
        var places = new PlacePlan(book, premise, chance);
        var usual = places.Of(beats);
        return
        [
            .. beats.Select((beat, index) =>
            {
                var scene = script.Scenes[index];
                var (place, called) = scene.Location is { Length: > 0 } location ? places.Named(location) : (usual[index], chance.Pick(usual[index].Called));
                return beat with { Time = scene.TimeOfDay ?? beat.Time, Place = place, Called = called, Weather = premise.Reading.Weather };
            }),
        ];
    }
}
