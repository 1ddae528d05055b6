using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

/// <summary>
/// A reader of Fountain as its syntax page describes it, line by line, knowing nothing of how Rushes writes: comments and notes first, then each element
/// by its own rule. What it finds is put together with what the notes hold.
/// </summary>
internal sealed partial record FountainPage(string Title, JsonObject Head, IReadOnlyList<FountainPage.Part> Scenes)
{
    internal sealed record Part(string Heading, JsonObject Note, List<string> Action, List<(string Cue, string? Manner, string Text)> Speeches);

    public static FountainPage Parse(string text)
    {
        text = Comment().Replace(text, "");
        var body = text.IndexOf("\n\n", StringComparison.Ordinal);
        var title = TitleKey().Match(text[..body]);
        var notes = new List<JsonObject>();
        var lines = Note().Replace(text[body..], match =>
        {
            notes.Add(JsonNode.Parse(match.Groups["text"].Value["rushes: ".Length..])!.AsObject());
            return "\u0001";
        }).Split('\n');

        var scenes = new List<Part>();
        var at = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var before = i == 0 || lines[i - 1].Length == 0;
            var after = i + 1 == lines.Length || lines[i + 1].Length == 0;
            if (line.Length == 0)
                continue;
            if (line == "\u0001")
            {
                if (at++ > 0)
                    scenes[^1] = scenes[^1] with { Note = notes[at - 1] };
            }
            else if (line[0] == '!')
                scenes[^1].Action.Add(line[1..]);
            else if (before && Heading().IsMatch(line))
                scenes.Add(new(line, [], [], []));
            else if (before && !after && (line[0] == '@' || IsCapitals(line)))
            {
                var speech = new List<string>();
                string? manner = null;
                for (i++; i < lines.Length && lines[i].Length > 0; i++)
                {
                    if (speech.Count == 0 && manner is null && lines[i][0] == '(' && lines[i][^1] == ')')
                        manner = lines[i][1..^1];
                    else
                        speech.Add(lines[i] == "  " ? "" : lines[i]);
                }

                Assert.NotEmpty(speech);
                Assert.All(speech, said => Assert.False(said.Length > 0 && ".!@~>=#(".Contains(said[0]), said));
                scenes[^1].Speeches.Add((line, manner, string.Join('\n', speech)));
            }
            else
            {
                Assert.False(">#=~@".Contains(line[0]) || IsCapitals(line), $"'{line}' is no action.");
                scenes[^1].Action.Add(line);
            }
        }

        Assert.Equal(notes.Count, at);
        return new(string.Join('\n', title.Groups["title"].Value.Trim().Split('\n', StringSplitOptions.TrimEntries)), notes[0], scenes);
    }

    public Script AsScript()
    {
        Head["title"] ??= Plain(Title);
        var scenes = new JsonArray();
        foreach (var part in Scenes)
        {
            var scene = part.Note.DeepClone().AsObject();
            var told = part.Speeches.Where(speech => IsNarrator(speech.Cue)).ToList();
            scene["prompt"] ??= Plain(string.Join('\n', part.Action));
            if (told.Count > 0)
                scene["narration"] ??= Plain(Assert.Single(told).Text);
            var spoken = part.Speeches.Where(speech => !IsNarrator(speech.Cue)).ToList();
            if (scene["dialogues"] is JsonArray noted)
                Assert.Equal(noted.Count, spoken.Count);
            else if (spoken.Count > 0)
                scene["dialogues"] = new JsonArray([.. spoken.Select(Spoken)]);
            scenes.Add(scene);
        }

        Head["scenes"] = scenes;
        return ScriptJson.Read(Head.ToJsonString(), "page");
    }

    private static bool IsNarrator(string cue) => cue is "NARRATOR (V.O.)" or "NGƯỜI KỂ (V.O.)";

    private JsonObject Spoken((string Cue, string? Manner, string Text) speech)
    {
        var cue = speech.Cue.Split(" (");
        var line = new JsonObject { ["speaker"] = Name(cue[0]), ["text"] = Plain(speech.Text), ["emotion"] = speech.Manner };
        if (cue.Length > 1)
            line["extension"] = cue[1][..^1];
        return line;
    }

    // A cue in capitals is a listed character's.
    private string Name(string cue) => cue[0] == '@'
        ? cue[1..]
        : Head["characters"]!.AsArray().Select(character => character!["name"]!.GetValue<string>())
            .FirstOrDefault(name => string.Equals(name.ToUpperInvariant(), cue, StringComparison.Ordinal)) ?? cue;

    private static string Plain(string text) => Escaped().Replace(text.Replace("\u2060", "", StringComparison.Ordinal), "${mark}");

    private static bool IsCapitals(string line) => line.Any(char.IsLetter) && string.Equals(line, line.ToUpperInvariant(), StringComparison.Ordinal);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^Title:(?<title> .*|(?:\n {3,}.*)+)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TitleKey();

    [GeneratedRegex(@"\[\[(?<text>.*?)\]\]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:(?:INT|EXT|EST|INT\./EXT|INT/EXT|I/E)[. ]|\.[^.])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\\(?<mark>[*_])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Escaped();
}
