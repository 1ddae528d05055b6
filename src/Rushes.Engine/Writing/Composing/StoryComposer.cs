using Rushes.Engine.Library;
using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Writes the scenes of a planned film one after another, remembering what was shown and said.</summary>
internal sealed class StoryComposer(PhraseBook book, Premise premise, VisualStyle style, LanguageFacts facts, Chance chance)
{
    private readonly MomentChooser _moments = new(premise, book.Shared, chance);
    private readonly PromptComposer _prompts = new(book, chance);
    private readonly VoiceComposer _voices = new(book, facts, chance);
    private readonly CameraPlan _cameras = new(book.Cameras, chance);
    private bool _mateMet = premise.MateFromIdea;

    public Scene Compose(PlannedScene scene)
    {
        var place = scene.Place!;
        _mateMet |= scene.Turn is "ally" && premise.Mate is not null;
        var mateHere = _mateMet && premise.Mate is not null && (premise.MateFromIdea || scene.Turn is not ("low" or "fall"));
        var circumstances = Around(scene, place, mateHere);
        var slots = new Dictionary<string, string>(premise.Slots, StringComparer.Ordinal)
        {
            ["place"] = scene.Called,
            ["at place"] = $"{place.At} {scene.Called}",
        };
        if (!mateHere)
            slots.Remove("mate");
        var picked = _moments.Choose(scene.Turn, circumstances, slots);
        var moment = picked.Moment;
        var present = Present(picked.Action);
        var camera = _cameras.For(scene, moment);
        var mood = LightPlan.MoodOf(scene, moment);
        string?[] sentences =
        [
            _prompts.Action(picked.Action, present),
            _prompts.PlaceDetail(place, circumstances, slots),
            _prompts.CameraAndLight(camera, mood, circumstances, slots),
        ];
        var talks = premise.Hero.Kind is "person" or "robot" or "creature" || style.AnimalsTalk;
        var (narration, dialogues) = _voices.For(moment, scene.Seconds, premise, mateHere, talks, scene.Index == 0 || scene.Turn is "step" or "item", slots);
        var speakers = dialogues.Select(line => line.Speaker!);
        return new()
        {
            Prompt = string.Join(' ', sentences.OfType<string>()),
            Duration = scene.Seconds,
            Location = IdeaText.Capital(scene.Called),
            Characters = [.. present.Select(member => IdeaText.Capital(member.Name)).Union(speakers, StringComparer.Ordinal)],
            CameraShot = $"{camera.Shot}, {camera.Move}",
            LightingMood = mood,
            Emotion = moment.Emotion,
            Intensity = scene.Intensity,
            StoryBeat = scene.Beat,
            TimeOfDay = scene.Time,
            VisualNotes = _prompts.Rarest([.. moment.Notes.Select(note => (note, 2)), .. Transitions(scene).Select(note => (note, 0))], slots),
            Sound = moment.Sound ?? scene.Weather ?? place.Sound,
            Dialogues = dialogues,
            Narration = narration,
            Negative = string.Join(", ", style.Negative),
        };
    }

    private IEnumerable<string> Transitions(PlannedScene scene) =>
        book.Shared.Moments.Where(moment => moment.Turn == (scene.IsLast ? "last-note" : "note")).SelectMany(moment => moment.Notes);

    private List<CastMember> Present(string action)
    {
        CastMember?[] all = [premise.Hero, premise.Mate, premise.Sought];
        return [.. all.OfType<CastMember>().Where(member => action.Contains(member.Name, StringComparison.OrdinalIgnoreCase))];
    }

    private Circumstances Around(PlannedScene scene, PlaceEntry place, bool mateHere)
    {
        List<string> words =
        [
            .. premise.Reading.Tags, .. place.Tags.Split(' '), place.Id, scene.Time.ToLowerInvariant().Replace(' ', '-'), .. premise.Hero.Tags,
            premise.Kind, scene.Intensity < 0 ? "down" : "up",
        ];
        if (scene.Weather is { } weather)
            words.Add(weather);
        if (mateHere)
            words.AddRange(["mate", .. premise.Mate!.Tags.Select(tag => $"m-{tag}")]);
        if (premise.Sought is { } sought)
            words.AddRange(["sought", .. sought.Tags.Select(tag => $"l-{tag}")]);
        if (premise.Reading.Goal is not null)
            words.Add("own-goal");
        if (premise.Reading.Thing is not null)
            words.Add("own-thing");
        if (scene.IsLast)
            words.Add("last");
        return new(words);
    }
}
