using System.Text.Json;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Variants;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Other scripts of a project: written, laid side by side, taken whole or scene by scene. None gets lost: the script that gives way is kept among them.</summary>
public sealed class VariantDesk(IProjectFolders folders, FilmDesk desk, ScriptDesk scripts, Scripting scripting, FilmPlanner planner, ModelCasting casting)
{
    public const int FewestAtOnce = 2;
    public const int MostAtOnce = 4;

    /// <summary>More than these nobody compares; they would only cost.</summary>
    public const int MostKept = 9;

    /// <summary>The film's own script and those that differ from it, each with its score.</summary>
    /// <exception cref="MistakeException">The film's own script is missing or broken, or nobody wrote it.</exception>
    public IReadOnlyList<ScriptVariant> Of(Project project)
    {
        ScriptDesk.DemandWritten(project);
        var own = folders.ReadScript(project);
        var words = Words(own);
        return [Judged(0, own), .. folders.ReadVariants(project).Where(other => Words(other.Value) != words).Select(other => Judged(other.Key, other.Value))];

        ScriptVariant Judged(int number, Script script) => new(number, script, scripting.Score(script, project.Brief), Earned.Of(script));
    }

    /// <summary>Has further variants written, as a work of its own; each is kept as soon as it is there.</summary>
    /// <param name="count"><see cref="FewestAtOnce"/> to <see cref="MostAtOnce"/>.</param>
    /// <exception cref="MistakeException">These are too few or too many, the project is being worked on, or nobody wrote its script.</exception>
    public FilmInHand Write(Project project, int count, ShootingWishes wishes, string? id = null)
    {
        ScriptDesk.DemandWritten(project);
        if (count is < FewestAtOnce or > MostAtOnce)
            throw Mistake.Input("script.variants-count", "count", FewestAtOnce, MostAtOnce).AsException();
        var kept = folders.ReadVariants(project);
        if (kept.Count + count > MostKept)
            throw Mistake.Input("script.variants-many", "count", kept.Count, MostKept).AsException();
        var first = NextOf(project, kept);
        return desk.Write(project, new ScriptWork(null), WriteAsync, wishes, id);

        async Task WriteAsync(ShootingWishes asking, IFilmWatcher watcher, CancellationToken cancellation)
        {
            var brief = project.Brief;
            int[] numbers = [.. Enumerable.Range(first, count)];
            await planner.AgreeToScriptsAsync(brief, numbers, asking, cancellation);
            var limits = casting.LimitsOf(await casting.ChooseAsync(brief, cancellation), brief);
            foreach (var number in numbers)
            {
                watcher.Tell(new FilmNews.Said(Sentence.Of("script.variant-of", number - first + 1, count)));
                folders.WriteVariant(project, number, await scripting.WriteAsync(brief, limits, number, watcher, cancellation));
            }
        }
    }

    /// <summary>Makes a variant the film's script.</summary>
    /// <exception cref="MistakeException">There is no such variant, or the project is being worked on.</exception>
    public Task<Script> TakeAsync(Project project, int variant, CancellationToken cancellation) => ExchangeAsync(project, all => all(variant), cancellation);

    /// <summary>
    /// Makes scenes of several variants the film's script, in their order; title, hook and style come with the first of them. Where there are as many as
    /// before, each gets the seconds of its place, so that the film stays as long as it was.
    /// </summary>
    /// <exception cref="MistakeException">There is no such variant or scene, none was taken, or the project is being worked on.</exception>
    public Task<Script> TakeAsync(Project project, IReadOnlyList<VariantScene> scenes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        if (scenes.Count == 0)
            throw Mistake.Input("script.last-scene", "scenes").AsException();
        return ExchangeAsync(project, Mix, cancellation);

        Script Mix(Func<int, Script> all)
        {
            var (own, mix) = (all(0), ScriptMix.Of([.. scenes.Select(one => new SceneTaking(Called(one.Variant), all(one.Variant), [one.Scene]))]));
            if (mix.Scenes.Count == own.Scenes.Count)
                mix = mix with { Scenes = [.. mix.Scenes.Zip(own.Scenes, (scene, place) => scene with { Duration = place.Duration })] };
            return Earned.Nothing(mix);
        }
    }

    /// <summary>Notes what a variant really earned; what is left open stays as it was.</summary>
    /// <param name="variant">0 is the film's own script.</param>
    /// <exception cref="MistakeException">There is no such variant, or the project is being worked on.</exception>
    public async Task NoteAsync(Project project, int variant, Earned earned, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(earned);
        if (variant == 0)
            await scripts.ChangeAsync(project, earned.In, cancellation);
        else
            folders.WriteVariant(project, variant, earned.In(Variant(folders.ReadVariants(project), variant)));
    }

    /// <exception cref="MistakeException">There is no such variant.</exception>
    public void Remove(Project project, int variant)
    {
        ScriptDesk.DemandWritten(project);
        Variant(folders.ReadVariants(project), variant);
        folders.Save(project with { LastVariant = Math.Max(project.LastVariant, variant) });
        folders.RemoveVariant(project, variant);
    }

    /// <summary>How a variant is called in a sentence.</summary>
    public static string Called(int variant) => variant == 0 ? Sentence.Of("script.variant-own") : Sentence.Of("script.variant", variant);

    private Task<Script> ExchangeAsync(Project project, Func<Func<int, Script>, Script> choose, CancellationToken cancellation)
    {
        ScriptDesk.DemandWritten(project);
        return scripts.ChangeAsync(project, Exchanged, cancellation);

        Script Exchanged(Script own)
        {
            var others = folders.ReadVariants(project);
            var chosen = choose(number => number == 0 ? own : Variant(others, number));
            if (Words(chosen) == Words(own))
                return own;
            if (others.Values.All(other => Words(other) != Words(own)))
                folders.WriteVariant(project, NextOf(project, others), own);
            return chosen;
        }
    }

    /// <summary>A number that no variant had before: the built-in writer writes the same under the same number.</summary>
    private static int NextOf(Project project, IReadOnlyDictionary<int, Script> kept) => kept.Keys.Append(project.LastVariant).Max() + 1;

    /// <summary>A script without what was noted beside it.</summary>
    private static string Words(Script script) => ScriptJson.Write(script with { Extra = new Dictionary<string, JsonElement>() });

    private static Script Variant(IReadOnlyDictionary<int, Script> others, int number) =>
        others.TryGetValue(number, out var found) ? found : throw Mistake.Input("script.no-variant", "variant", number).AsException();
}
