using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.Film.Briefs;

namespace Rushes.Film.Scripts;

/// <summary>
/// Makes a script of a Fountain page. What Rushes wrote comes back as it was, with what somebody has changed on the page since; any other screenplay gives
/// its scenes, characters and lines, with seconds that its words suggest.
/// </summary>
internal sealed partial class FountainReader
{
    private const string NotePrefix = "rushes:";

    // Seconds that people take to look at a scene: by its words, within what holds the eye.
    private const double WordsASecond = 2.5;
    private const double Shortest = 3;
    private const double Longest = 8;

    private static readonly Dictionary<string, string> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DAWN"] = "Dawn",
        ["SUNRISE"] = "Dawn",
        ["DAY"] = "Day",
        ["MORNING"] = "Day",
        ["AFTERNOON"] = "Day",
        ["GOLDEN HOUR"] = "Golden hour",
        ["SUNSET"] = "Golden hour",
        ["DUSK"] = "Dusk",
        ["EVENING"] = "Dusk",
        ["NIGHT"] = "Night",
        ["MIDNIGHT"] = "Night",
    };

    private readonly string _file;
    private readonly JsonObject _head;

    // Nobody has listed its characters yet.
    private readonly bool _foreign;
    private readonly List<Part> _parts = [];

    private FountainReader(string text, string file)
    {
        _file = file;
        var (title, notes, elements) = FountainParser.Parse(text);
        var own = notes.Select(NoteOf).OfType<JsonObject>().FirstOrDefault();
        _foreign = own is null;
        _head = own ?? [];
        _head["title"] ??= title.GetValueOrDefault("title") is { Length: > 0 } named ? TitleOf(named) : Path.GetFileNameWithoutExtension(file);
        if (title.GetValueOrDefault("language") is { Length: > 0 } language)
            _head["language"] ??= language;
        if ((title.GetValueOrDefault("author") ?? title.GetValueOrDefault("authors")) is { Length: > 0 } author)
            _head["author"] ??= FountainParser.Plain(author);
        foreach (var element in elements)
            Place(element);
        _parts.RemoveAll(part => part.IsEmpty);
    }

    /// <summary>On a screenplay's title page a line break is typography; our own pages have one where the title has.</summary>
    private string TitleOf(string named)
    {
        var title = FountainParser.Plain(named);
        return _foreign ? title.ReplaceLineEndings(" ") : title;
    }

    /// <exception cref="MistakeException">There is no scene on the page.</exception>
    public static Script Read(string text, string file) => new FountainReader(text, file).ToScript();

    private Script ToScript()
    {
        if (_parts.Count == 0)
            throw Mistake.Input("script.no-scenes", "scenes", _file, _file).AsException();
        var noted = ScriptOf(part => part.Scene(keepNoted: true));
        var cues = new FountainCues(noted);
        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i].Note is not null)
                _parts[i].Compare(ShownOf(noted.Scenes[i], i + 1, cues));
        }

        return ScriptOf(part => part.Scene(keepNoted: false));
    }

    private Script ScriptOf(Func<Part, JsonObject> scene)
    {
        var root = _head.DeepClone().AsObject();
        root["language"] ??= Languages.Of(string.Join(' ', _parts.Select(part => part.Action)));
        var listed = (root["characters"] as JsonArray ?? []).Select(one => (string?)one?["name"]).OfType<string>().ToList();
        var names = listed.Concat(_parts.SelectMany(part => (part.Note?["characters"] as JsonArray ?? []).Select(name => (string?)name).OfType<string>()))
            .DistinctBy(name => name.ToUpperInvariant()).ToDictionary(name => name.ToUpperInvariant(), StringComparer.Ordinal);
        foreach (var part in _parts)
            part.Names = names;
        root["scenes"] = new JsonArray([.. _parts.Select(scene)]);
        if (_foreign)
            root["characters"] = new JsonArray([.. _parts.SelectMany(part => part.Speakers).Distinct(StringComparer.Ordinal).Select(name => new JsonObject { ["name"] = name })]);
        return ScriptJson.ReadOfAnyLength(root.ToJsonString(), _file);
    }

    /// <summary>What the page would show of a scene as its note has it.</summary>
    private static Part ShownOf(Scene scene, int number, FountainCues cues)
    {
        var part = new Part(foreign: false);
        foreach (var element in FountainParser.Parse(Fountain.Write(scene, number, cues)).Elements)
            part.Take(element);
        return part;
    }

    private void Place(FountainElement element)
    {
        if (element.Kind == FountainKind.Heading || _parts.Count == 0)
            _parts.Add(new Part(_foreign));
        _parts[^1].Take(element);
        foreach (var note in element.Notes)
        {
            if (NoteOf(note) is { } fields && _parts[^1].Note is null)
                _parts[^1].Note = fields;
            else if (NoteOf(note) is null)
                _parts[^1].Remarks.Add(note.Trim());
        }
    }

    private static JsonObject? NoteOf(string note)
    {
        if (!note.StartsWith(NotePrefix, StringComparison.Ordinal))
            return null;
        try
        {
            return JsonNode.Parse(note[NotePrefix.Length..]) as JsonObject;
        }
        catch (JsonException)
        {
            // Somebody edited it; the page still tells the scene.
            return null;
        }
    }

    [GeneratedRegex(@"\s*#[^#]*#\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SceneNumber();

    [GeneratedRegex(@"^(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|INT|EXT|EST|I\.?/E)[. ]+(?:-\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Side();

    // What stands for a scene without a place.
    [GeneratedRegex(@"^(?:SCENE|CẢNH) \d+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Numbered();

    /// <summary>A scene of the page.</summary>
    /// <param name="foreign">In other people's screenplays a voice is somebody.</param>
    private sealed class Part(bool foreign)
    {
        private readonly List<string> _action = [];
        private readonly List<string> _synopses = [];
        private readonly List<FountainElement> _speeches = [];
        private string? _heading;
        private string? _transition;
        private bool _headingKept;
        private bool _actionKept;
        private bool _speechKept;

        public JsonObject? Note { get; set; }

        public List<string> Remarks { get; } = [];

        /// <summary>Names in capitals to the names as they are written.</summary>
        public Dictionary<string, string> Names { get; set; } = [];

        public string Action => FountainParser.Plain(string.Join('\n', _action));

        public bool IsEmpty => _heading is null && _action.Count == 0 && _speeches.Count == 0;

        public IEnumerable<string> Speakers => _speeches.Where(line => !IsNarrator(line) && !IsNobody(line)).Select(NameOf);

        public void Take(FountainElement element)
        {
            switch (element.Kind)
            {
                case FountainKind.Heading:
                    _heading = SceneNumber().Replace(element.Text, "");
                    break;
                case FountainKind.Action or FountainKind.Centered or FountainKind.Lyric:
                    _action.Add(element.Text);
                    break;
                case FountainKind.Speech:
                    _speeches.Add(element);
                    break;
                case FountainKind.Synopsis:
                    _synopses.Add(element.Text);
                    break;
                case FountainKind.Transition:
                    _transition = element.Text;
                    break;
            }
        }

        /// <summary>Where the page shows what the note would show, the note's own text counts.</summary>
        public void Compare(Part shown)
        {
            _headingKept = _heading == shown._heading;
            _actionKept = _action.SequenceEqual(shown._action);
            _speechKept = _speeches.Select(Essence).SequenceEqual(shown._speeches.Select(Essence));
        }

        public JsonObject Scene(bool keepNoted)
        {
            var scene = Note?.DeepClone().AsObject() ?? [];
            Put(scene, "prompt", keepNoted || _actionKept, Action is { Length: > 0 } action ? action : Substitute());
            if (!(keepNoted || _headingKept) || Note is null)
                PutHeading(scene);
            var narration = string.Join(' ', _speeches.Where(IsNarrator).Select(line => FountainParser.Plain(line.Text)).Where(text => text.Length > 0));
            var noted = (keepNoted || _speechKept) && Note is not null;
            Put(scene, "narration", noted, narration.Length > 0 ? narration : null);
            Put(scene, "dialogues", noted, Dialogues());
            if (Note is null)
                scene["characters"] = Speakers.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names ? new JsonArray([.. names.Select(name => (JsonNode)name)]) : null;
            scene["duration"] ??= SecondsOf();
            if (Remarks.Count > 0)
                scene["remarks"] ??= string.Join('\n', Remarks);
            if (Note is null && _transition is not null)
                scene["transition"] = _transition;
            foreach (var nothing in scene.Where(field => field.Value is null).Select(field => field.Key).ToList())
                scene.Remove(nothing);
            return scene;
        }

        /// <summary>The page's text, unless the note has one that still stands.</summary>
        private static void Put(JsonObject scene, string field, bool noted, JsonNode? shown)
        {
            if (!noted || scene[field] is null)
                scene[field] = shown;
        }

        private JsonArray? Dialogues() =>
            _speeches.Where(line => line.Text.Length > 0 && !IsNarrator(line)).Select(JsonNode (line) => DialogueOf(line)).ToArray() is { Length: > 0 } lines ? new JsonArray(lines) : null;

        private JsonObject DialogueOf(FountainElement line)
        {
            var spoken = new JsonObject
            {
                ["speaker"] = IsNobody(line) ? null : NameOf(line),
                ["text"] = FountainParser.Plain(line.Text),
                ["emotion"] = line.Manner is { Length: > 0 } manner ? FountainParser.Plain(manner) : null,
            };
            if (!IsNobody(line) && line.Extension is { } extension)
                spoken[FountainCues.ExtensionField] = extension;
            return spoken;
        }

        private void PutHeading(JsonObject scene)
        {
            if (_heading is null || Numbered().IsMatch(_heading))
                return;
            var place = Side().Replace(FountainParser.Plain(_heading), "").Trim();
            var dash = place.LastIndexOf(" - ", StringComparison.Ordinal);
            var time = dash >= 0 ? place[(dash + 3)..].Trim() : null;
            if (foreign)
                scene[FountainHeading.SideField] = FountainHeading.SideIn(_heading);
            scene["location"] = dash >= 0 ? place[..dash].Trim() : place;
            if (time is not null)
                scene["time_of_day"] = Times.GetValueOrDefault(time, time);
        }

        /// <summary>A scene of talk alone shows at least where it is.</summary>
        private string Substitute() => _synopses.Count > 0 ? FountainParser.Plain(string.Join('\n', _synopses)) : FountainParser.Plain(_heading ?? string.Join(", ", Speakers.Distinct(StringComparer.Ordinal)));

        private double SecondsOf()
        {
            var words = _speeches.Sum(line => line.Text.Split(' ').Length) + (_action.Sum(text => text.Split(' ').Length) / 4.0);
            return Math.Round(Math.Clamp(words / WordsASecond, Shortest, Math.Max(Longest, (_speeches.Sum(line => line.Text.Split(' ').Length) / WordsASecond) + 1)) * 2) / 2;
        }

        private string NameOf(FountainElement line) => line.Cue![0] == '@' ? FountainParser.Plain(line.Cue[1..].Trim()) : Names.GetValueOrDefault(line.Cue, FountainParser.Plain(line.Cue));

        private static bool IsNarrator(FountainElement line) => line.Extension is "V.O." && FountainCues.Narrators.Contains(line.Cue, StringComparer.Ordinal);

        private bool IsNobody(FountainElement line) => !foreign && line.Extension is "O.S." && FountainCues.Nobody.Contains(line.Cue, StringComparer.Ordinal);

        private static (string?, string?, string?, string) Essence(FountainElement line) => (line.Cue, line.Extension, line.Manner, line.Text);
    }
}
