using System.Globalization;
using System.Text.Json;
using Rushes.Film.Briefs;

namespace Rushes.Film.Scripts;

/// <summary>Reads one script from JSON that has been parsed.</summary>
internal static class ScriptJsonReader
{
    /// <summary>What a scene without a duration gets: the seeds' clip length.</summary>
    private const double UsualDuration = 8;

    public static Script Read(JsonElement root, string file)
    {
        // A bare list is taken for the scenes.
        if (root.ValueKind == JsonValueKind.Array)
            root = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["scenes"] = root });
        return ScriptOf(new(root, file, ""), file);
    }

    private static Script ScriptOf(JsonFields fields, string file)
    {
        fields.Take("format");
        var target = fields.Has("title_tgt");
        var translations = new Dictionary<string, string>(fields.Map("translations"), StringComparer.Ordinal);
        var title = Localised(fields, "title", translations);
        var scenes = ScenesOf(fields, file);
        var language = fields.Text("language") ?? Languages.Of(target ? scenes[0].Prompt : string.Join(' ', scenes.Select(scene => scene.Prompt)));
        return new()
        {
            Title = string.IsNullOrWhiteSpace(title) ? Path.GetFileNameWithoutExtension(file) : title,
            Language = language,
            Kind = KindOf(fields, file),
            Style = fields.Text("style"),
            Domain = fields.Text("domain"),
            Topic = fields.Text("topic"),
            Template = fields.Text("template"),
            HookSummary = fields.Text("hook_summary") ?? "",
            EmotionalArc = fields.Text("emotional_arc") ?? "",
            Narrator = fields.TakeObject("narrator") is { } narrator ? NarratorOf(new(narrator, file, fields.PathOf("narrator")), file) : null,
            Characters = [.. fields.Items(fields.Has("characters") ? "characters" : "character_bible").Select(item => CharacterOf(item, file))],
            Scenes = scenes,
            Social = [.. fields.Items("social").Select(item => PostOf(item, file))],
            WrittenBy = fields.TakeObject("written_by") is { } authorship ? AuthorshipOf(new(authorship, file, fields.PathOf("written_by"))) : null,
            Translations = translations,
            Extra = fields.Rest(),
        };
    }

    private static Authorship AuthorshipOf(JsonFields fields)
    {
        const double mostMoney = 1e12;
        return new()
        {
            Writer = fields.Text("writer") ?? "",
            Calls = (int)(fields.Number("calls") ?? 0),
            KeptAnswers = (int)(fields.Number("kept_answers") ?? 0),
            InputTokens = (long)(fields.Number("input_tokens") ?? 0),
            OutputTokens = (long)(fields.Number("output_tokens") ?? 0),
            Cost = fields.Number("cost") is { } cost and >= 0 and < mostMoney ? (decimal)cost : null,
            Currency = fields.Text("currency") ?? "USD",
            Remarks = fields.Texts("remarks"),
        };
    }

    private static ScriptKind KindOf(JsonFields fields, string file)
    {
        var kind = fields.Text("kind");
        if (kind is null)
            return ScriptKind.Story;
        return Enum.TryParse<ScriptKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw Mistake.Input("script.wrong-type", "kind", file, "kind", "story, sales").AsException();
    }

    private static List<Scene> ScenesOf(JsonFields fields, string file)
    {
        var items = fields.Items("scenes");
        if (items.Count == 0)
            throw Mistake.Input("script.no-scenes", "scenes", file).AsException();
        return [.. items.Select((item, index) => SceneOf(item.Element, item.Path, index + 1, file))];
    }

    private static Scene SceneOf(JsonElement element, string path, int number, string file)
    {
        if (element.ValueKind == JsonValueKind.String)
            element = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["prompt"] = element.GetString()! });
        var fields = new JsonFields(element, file, path);
        var translations = new Dictionary<string, string>(fields.Map("translations"), StringComparer.Ordinal);
        var prompt = Localised(fields, "prompt", translations);
        if (string.IsNullOrWhiteSpace(prompt))
            throw Mistake.Input("script.empty-prompt", fields.PathOf("prompt"), file, number).AsException();
        var duration = fields.Number("duration") ?? UsualDuration;
        if (!(duration > 0) || duration > ScriptJson.LongestFilm)
        {
            throw Mistake.Input("script.scene-duration", fields.PathOf("duration"), file, number, duration.ToString(CultureInfo.InvariantCulture))
                .AsException();
        }

        var narration = Localised(fields, "narration", translations);
        if (narration is null && (fields.Has("voiceover_vi") || fields.Has("voiceover_tgt")))
            narration = Localised(fields, "voiceover", translations);
        return new()
        {
            Prompt = prompt,
            Duration = duration,
            Location = fields.Text("location"),
            Characters = fields.Texts("characters"),
            CameraShot = fields.Text("camera_shot"),
            LightingMood = fields.Text("lighting_mood"),
            Emotion = fields.Text("emotion"),
            Intensity = Math.Clamp(fields.Number("intensity") ?? 0, -1, 1),
            StoryBeat = fields.Text("story_beat"),
            TimeOfDay = fields.Text("time_of_day"),
            VisualNotes = fields.Text("visual_notes"),
            Sound = fields.Text("sound"),
            Dialogues = [.. fields.Items("dialogues").Select(item => DialogueOf(item, file)).Where(line => line.Text.Length > 0)],
            Narration = narration,
            Negative = fields.Text("negative"),
            Translations = translations,
            Extra = fields.Rest(),
        };
    }

    private static Dialogue DialogueOf((JsonElement Element, string Path) item, string file)
    {
        if (item.Element.ValueKind == JsonValueKind.String)
            return new() { Text = item.Element.GetString()! };
        var fields = new JsonFields(item.Element, file, item.Path);
        var translations = new Dictionary<string, string>(fields.Map("translations"), StringComparer.Ordinal);
        return new()
        {
            Text = Localised(fields, "text", translations) ?? "",
            Speaker = fields.Text("speaker"),
            Emotion = fields.Text("emotion"),
            Translations = translations,
            Extra = fields.Rest(),
        };
    }

    private static Character CharacterOf((JsonElement Element, string Path) item, string file)
    {
        if (item.Element.ValueKind == JsonValueKind.String)
            return new() { Name = item.Element.GetString()! };
        var fields = new JsonFields(item.Element, file, item.Path);
        var name = fields.Text("name");
        if (string.IsNullOrWhiteSpace(name))
            throw Mistake.Input("script.nameless-character", fields.PathOf("name"), file, fields.PathOf("name")).AsException();
        return new()
        {
            Name = name,
            Role = fields.Text("role") ?? "",
            VisualIdentity = fields.Text("visual_identity") ?? "",
            Voice = fields.Text("voice"),
            Manner = MannerOf(fields, file),
            Figure = fields.Text("figure"),
            Picture = fields.Text("picture"),
            Extra = fields.Rest(),
        };
    }

    private static Narrator NarratorOf(JsonFields fields, string file) => new() { Voice = fields.Text("voice"), Manner = MannerOf(fields, file) };

    /// <summary>A style by its name alone, or an object; anything else that stands there is somebody else's and stays.</summary>
    private static Manner? MannerOf(JsonFields fields, string file)
    {
        if (fields.TakeObject("manner") is not { } element)
            return fields.Has("manner") ? new() { Style = fields.Text("manner") } : null;
        var manner = new JsonFields(element, file, fields.PathOf("manner"));
        return new()
        {
            Style = manner.Text("style"),
            Rate = Within(manner.Number("rate"), Manner.Slowest, Manner.Fastest),
            Pitch = Within(manner.Number("pitch"), -Manner.MostPitch, Manner.MostPitch),
            Expressiveness = Within(manner.Number("expressiveness"), 0, 1),
        };

        static double? Within(double? value, double least, double most) => value is { } number ? Math.Clamp(number, least, most) : null;
    }

    private static SocialPost PostOf((JsonElement Element, string Path) item, string file)
    {
        var fields = new JsonFields(item.Element, file, item.Path);
        return new()
        {
            Platform = fields.Text("platform") ?? "",
            Title = fields.Text("title"),
            Caption = fields.Text("caption") ?? "",
            Hashtags = fields.Texts("hashtags"),
            ThumbnailText = fields.Text("thumbnail_text"),
            Extra = fields.Rest(),
        };
    }

    /// <summary>The plain field, else the seeds' target language, else their Vietnamese; what lost is kept under its own name.</summary>
    private static string? Localised(JsonFields fields, string name, Dictionary<string, string> translations)
    {
        var plain = fields.Text(name);
        var target = fields.Text($"{name}_tgt");
        var vietnamese = fields.Text($"{name}_vi");
        var winner = Filled(plain) ?? Filled(target) ?? Filled(vietnamese);
        Keep($"{name}_tgt", target);
        Keep($"{name}_vi", vietnamese);
        return winner;

        void Keep(string key, string? text)
        {
            if (Filled(text) is not null && text != winner)
                translations[key] = text!;
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
