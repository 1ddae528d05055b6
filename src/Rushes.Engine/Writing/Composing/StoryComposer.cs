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
    private readonly Dictionary<string, string> _called = new(StringComparer.Ordinal);
    private int _steps;
    private int _items;
    private bool _mateMet = premise.MateFromIdea;

    /// <summary>What the first scene shows, before anybody was introduced.</summary>
    public string? OpeningAction { get; private set; }

    public Scene Compose(PlannedScene planned)
    {
        _mateMet |= premise.Mate is not null && (planned.Turn is "ally" || (premise.Bank.MateComes is not "ally" && planned.Index > 0));
        var mateHere = _mateMet && premise.Mate is not null && (premise.MateFromIdea || planned.Turn is not ("low" or "fall"));
        var picked = planned.Told is { } telling ? Told(planned, telling) : _moments.Choose(planned.Turn, Around(planned, mateHere), Slots(planned, mateHere));
        var moment = picked.Moment;
        var scene = Moved(planned, moment);
        var circumstances = Around(scene, mateHere);
        var slots = Slots(scene, mateHere);
        if (moment.Turn is "step")
            slots["step"] = book.Words.Step.Replace("{number}", NumberWord(++_steps), StringComparison.Ordinal);
        slots["gesture"] = Gesture(moment.Emotion, circumstances, slots);
        var action = PhraseFiller.Fill(picked.Show, slots, chance)!;
        OpeningAction ??= action;
        var present = Present(action);
        var camera = _cameras.For(scene, moment);
        var mood = LightPlan.MoodOf(scene, moment);
        string?[] sentences =
        [
            _prompts.Action(action, present),
            _prompts.PlaceDetail(scene.Place!, circumstances, slots),
            _prompts.CameraAndLight(camera, mood, circumstances, Seen(slots, present)),
        ];
        var (narration, dialogues) = moment.Turn is "item" && scene.Items > 0 ? (Items(scene, moment, slots), []) : Voices(scene, moment, mateHere, slots);

        // Where the idea's own words take longer than the scene, it is told with another moment's.
        if (narration is null && dialogues.Count == 0 && planned.Told is not null && !premise.Reading.IsTold)
            (narration, dialogues) = Voices(scene, _moments.Choose(planned.Turn, circumstances, slots).Moment, mateHere, slots);
        sentences[0] = _prompts.WithSpeakers(sentences[0]!, Speakers(dialogues), present);
        return new()
        {
            Prompt = string.Join(' ', sentences.OfType<string>()),
            Duration = scene.Seconds,
            Location = IdeaText.Capital(scene.Called),
            Characters = [.. present.Select(member => IdeaText.Capital(member.Name)).Union(dialogues.Select(line => line.Speaker!), StringComparer.Ordinal)],
            CameraShot = $"{camera.Shot}, {camera.Move}",
            LightingMood = mood,
            Emotion = moment.Emotion,
            Intensity = scene.Intensity,
            StoryBeat = scene.Beat,
            TimeOfDay = scene.Time,
            VisualNotes = _prompts.Rarest([.. moment.Notes.Select(note => (note, 9)), .. Usual(scene).Select(note => (note, 0))], slots),
            Sound = moment.Sound ?? scene.Weather ?? scene.Place!.Sound,
            Dialogues = dialogues,
            Narration = narration,
            Negative = string.Join(", ", style.Negative),
        };
    }

    private (string? Narration, IReadOnlyList<Dialogue> Dialogues) Voices(PlannedScene scene, Moment moment, bool mateHere, Dictionary<string, string> slots)
    {
        if (scene.Said is { } said && _voices.Say([said], scene.Seconds - VoiceComposer.Margin, slots) is { } fits)
            moment = moment with { Say = [fits], Talk = [] };
        var told = scene.WantsTease && _voices.Say(book.Shared.Teases, scene.Seconds - 1, slots) is { } tease ? moment with { Say = [tease] } : moment;
        var talks = premise.Hero.Kind is "person" or "robot" or "creature" || style.AnimalsTalk;
        return _voices.For(told, scene.Seconds, premise, mateHere, talks, scene.Index == 0 || scene.Turn is "step" or "item", slots);
    }

    /// <summary>The idea's own sentences as a moment: shown as they stand, told where there is time, at the place that they name.</summary>
    private PickedMoment Told(PlannedScene scene, string telling)
    {
        var words = IdeaText.Words(telling).Select(word => word.ToLowerInvariant()).ToList();
        var place = book.Lexicon.Find(words).FirstOrDefault(sighting => sighting.Place is not null)?.Place;
        var sentences = IdeaText.Sentences(telling).Select(sentence => $"{IdeaText.Capital(sentence)}.");
        return new(new() { Turn = scene.Turn, Emotion = FeelingOf(scene), Show = [telling], Say = [telling, .. sentences], At = place is null ? [] : [place.Id] }, telling);
    }

    private static string FeelingOf(PlannedScene scene) => scene.Turn switch
    {
        "hook" => "curiosity",
        "twist" => "surprise",
        "climax" => "tension",
        "ally" => "trust",
        _ => scene.Intensity switch { < -0.6 => "despair", < -0.2 => "sadness", < 0.2 => "calm", < 0.6 => "hope", _ => "joy" },
    };

    /// <summary>Tells the scene's share of a list: the one that is shown, and others where the film is too short to show each.</summary>
    private string Items(PlannedScene scene, Moment shown, Dictionary<string, string> slots)
    {
        var told = new List<string>();
        for (var i = 0; i < scene.Items; i++)
        {
            var item = i == 0 ? shown : _moments.Choose("item", Around(scene, mateHere: false), slots).Moment;
            var say = PhraseFiller.FillPart(chance.Pick(item.Say), slots, chance) ?? "";
            told.Add(book.Words.Item.Replace("{number}", IdeaText.Capital(NumberWord(++_items)), StringComparison.Ordinal).Replace("{say}", say, StringComparison.Ordinal));
        }

        return string.Join(' ', told);
    }

    private string NumberWord(int number) =>
        number <= book.Words.Numbers.Count ? book.Words.Numbers[number - 1] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A moment that can only happen elsewhere takes the scene there.</summary>
    private PlannedScene Moved(PlannedScene scene, Moment moment)
    {
        if (moment.At.Count == 0 || moment.At.Contains(scene.Place!.Id))
            return scene;
        var place = moment.At.Select(id => book.Places.FirstOrDefault(place => place.Id == id)).OfType<PlaceEntry>().FirstOrDefault();
        if (place is null)
            return scene;
        if (!_called.TryGetValue(place.Id, out var called))
            _called[place.Id] = called = chance.Pick(place.Called);
        return scene with { Place = place, Called = called };
    }

    private Dictionary<string, string> Slots(PlannedScene scene, bool mateHere)
    {
        var slots = new Dictionary<string, string>(premise.Slots, StringComparer.Ordinal)
        {
            ["place"] = scene.Called,
            ["at place"] = $"{scene.Place!.At} {scene.Called}",
            // Both are known only when the moment is: a gesture shows its feeling, a step has its number.
            ["gesture"] = "",
            ["step"] = "",
        };
        if (PhraseFiller.FillPart(chance.Pick(premise.Hero.Does), slots, chance) is { } work)
            slots["work"] = work;
        if (!mateHere)
            slots.Remove("mate");
        return slots;
    }

    /// <summary>The camera cannot follow somebody who is not there.</summary>
    private Dictionary<string, string> Seen(Dictionary<string, string> slots, List<CastMember> present)
    {
        var seen = new Dictionary<string, string>(slots, StringComparer.Ordinal);
        if (!present.Contains(premise.Hero))
        {
            seen.Remove("hero");
            seen.Remove("hero's");
        }

        return seen;
    }

    private string Gesture(string emotion, Circumstances circumstances, IReadOnlyDictionary<string, string> slots)
    {
        var fitting = book.Gestures.Where(gesture => gesture.Emotion == emotion && circumstances.Grant(gesture.When) is not null).ToList();
        var best = fitting.Count == 0 ? 0 : fitting.Max(gesture => circumstances.Grant(gesture.When)!.Value);
        return _prompts.RarestPart(fitting.Where(gesture => circumstances.Grant(gesture.When) == best).SelectMany(gesture => gesture.Say.Select(say => (say, 0))), slots)
            ?? throw new InvalidOperationException($"No gesture shows the feeling '{emotion}'.");
    }

    private IReadOnlyList<string> Usual(PlannedScene scene) => scene.IsLast ? book.Shared.LastNotes : book.Shared.Notes;

    private List<CastMember> Present(string action)
    {
        CastMember?[] all = [premise.Hero, premise.Mate, premise.Sought];
        return [.. all.OfType<CastMember>().Where(member => PromptComposer.Names(action, member.Name))];
    }

    private IEnumerable<CastMember> Speakers(IReadOnlyList<Dialogue> dialogues)
    {
        CastMember?[] all = [premise.Hero, premise.Mate, premise.Sought];
        return all.OfType<CastMember>().Where(member => dialogues.Any(line => line.Speaker == IdeaText.Capital(member.Name)));
    }

    private Circumstances Around(PlannedScene scene, bool mateHere)
    {
        var place = scene.Place!;
        List<string> words =
        [
            .. premise.Reading.Tags, .. place.Tags.Split(' '), place.Id, scene.Time.ToLowerInvariant().Replace(' ', '-'), .. premise.Hero.Tags,
            premise.Kind, scene.Intensity < 0 ? "down" : "up",
        ];
        if (scene.Weather is { } weather)
            words.Add(weather);
        if (mateHere)
            words.AddRange(["mate", .. premise.Mate!.Tags.Select(tag => $"m-{tag}")]);
        if (mateHere && premise.MateFromIdea)
            words.Add("pair");
        if (premise.Sought is { } sought)
            words.AddRange(["sought", .. sought.Tags.Select(tag => $"l-{tag}")]);
        if (premise.Reading.Goal is not null)
            words.Add("own-goal");
        if (premise.Reading.Thing is not null)
            words.Add("own-thing");
        if (premise.Reading.Event is not null)
            words.Add("own-event");
        words.Add(premise.ThingIsBig ? "big" : "carry");
        if (book.Words.WrittenThings.Any(thing => PromptComposer.Names(premise.Thing, thing)))
            words.Add("written");
        words.AddRange(premise.Bank.Tags);
        if (premise.Reading.Places.Count > 0 || premise.Reading.OwnPlace is not null)
            words.Add("own-place");
        if (scene.IsLast)
            words.Add("last");
        return new(words);
    }
}
