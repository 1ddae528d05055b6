using Rushes.Engine.Library;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Sales;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// Gives a scene what a model has no say in: its seconds, beat and height of feeling from the plan, what the style avoids, names as the cast spells them, and
/// the look of everybody whom its prompt shows without saying how they look.
/// </summary>
internal sealed class SceneFinish(DataShelf shelf, WritingOrder order)
{
    private readonly Wording _wording = new CheckingShelf(shelf).WordingOf(order.Language);
    private readonly string _negative = string.Join(", ", new Catalogue(shelf).Style(order.Brief.Style).Negative);

    public Scene Of(Scene scene, PlannedScene planned, OutlinedScene? outline, IReadOnlyList<Character> cast)
    {
        var seen = scene.Characters.Select(name => Spelled(name, cast)).Distinct(StringComparer.Ordinal).ToList();
        return scene with
        {
            Prompt = WithLooks(scene.Prompt, seen, cast),
            Duration = planned.Seconds,
            Intensity = planned.Intensity,
            StoryBeat = planned.Beat,
            Characters = seen,
            Location = scene.Location ?? outline?.Location,
            TimeOfDay = scene.TimeOfDay ?? outline?.TimeOfDay,
            VisualNotes = Notes(scene.VisualNotes),
            Dialogues = [.. scene.Dialogues.Select(line => line.Speaker is { } speaker ? line with { Speaker = Spelled(speaker, cast) } : line)],
            Negative = _negative,
        };
    }

    /// <summary>The same for a scene that was mended: what was settled stays.</summary>
    public Scene Of(Scene scene, Scene before, IReadOnlyList<Character> cast) =>
        Of(scene, new() { Index = 0, Of = 0, Turn = "", Beat = before.StoryBeat ?? "", Intensity = before.Intensity, Seconds = before.Duration }, null, cast);

    private string? Notes(string? notes) =>
        notes is not null && order.Brief.Workflow == Workflow.SalesVideo ? ProductText.Clip(ProductText.Written(notes), SalesComposer.LongestHeadline) : notes;

    private string WithLooks(string prompt, List<string> seen, IReadOnlyList<Character> cast)
    {
        foreach (var character in cast.Where(one => (seen.Contains(one.Name) || CastCheck.Names(prompt, one.Name)) && one.VisualIdentity.Length > 0 && !CastCheck.Repeats(_wording, prompt, one)))
        {
            var look = CastCheck.LookOf(character);
            prompt = $"{prompt.TrimEnd()} {character.Name}: {look}{(look.EndsWith('.') ? "" : ".")}";
        }

        return prompt;
    }

    private static string Spelled(string name, IReadOnlyList<Character> cast) =>
        cast.FirstOrDefault(one => one.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))?.Name ?? name.Trim();
}
