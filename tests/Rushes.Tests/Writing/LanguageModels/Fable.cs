using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>What a model that does its work well answers: scenes of one fable, no two alike, that pass every check.</summary>
internal static partial class Fable
{
    public const string Idea = "A red fox looks for its lost cub in a burning forest";

    private static readonly string[] Acts =
    [
        "leaps across", "noses under", "claws at", "circles", "crawls beneath", "stops before", "bites through", "slides down", "climbs onto", "rolls over", "listens at",
        "digs beside", "shakes off", "dashes past", "sniffs along", "pushes against", "hides behind",
    ];

    private static readonly string[] Things =
    [
        "a burning branch", "the ash of a nest", "one broken fence", "three stone steps", "an empty den", "the black creek", "a fallen oak", "two deer antlers",
        "an old well", "the smoking bridge", "a torn net", "the hunter's boot", "some wet moss", "a rusty trap", "the hollow log", "a silver birch", "seven mushrooms",
        "the miller's cart", "a nest of owls",
    ];

    private static readonly string[] Ways =
    [
        "while sparks rain on her fur", "as thunder rolls behind the hill", "until the smoke parts", "and a small cry answers", "with both ears flat", "so that embers hiss in the mud",
        "before the wind turns", "and leaves a red print", "where the light turns green", "though every breath burns", "because something whimpers inside", "when the sky tears open",
        "and crows burst upward",
    ];

    private static readonly string[] Shots = ["Close-up, handheld", "Wide, tracking", "Medium, slow zoom-in", "POV, handheld", "Aerial, zoom-out"];
    private static readonly string[] Lights = ["High-contrast", "Dark", "Warm", "Cold", "Soft"];
    private static readonly string[] Lines = ["Where?", "Not here.", "Listen!", "Run!", "Closer.", "No...", "There!"];

    public const string Look = "Ember is a lean red fox with a torn left ear.";

    /// <param name="number">Counted from 1.</param>
    public static JsonObject Scene(int number) => new()
    {
        ["number"] = number,
        ["prompt"] = $"Ember, a lean red fox with a torn left ear, {Acts[number % Acts.Length]} {Things[number % Things.Length]} {Ways[number % Ways.Length]}{(number % 7 == 1 ? " in the burning forest, looking for her lost cub" : "")}.",
        ["location"] = "burning forest",
        ["characters"] = new JsonArray("Ember"),
        ["camera_shot"] = Shots[number % Shots.Length],
        ["lighting_mood"] = Lights[number % Lights.Length],
        ["emotion"] = "fear",
        ["time_of_day"] = "Night",
        ["visual_notes"] = "embers drift from left to right",
        ["sound"] = "fire, wind",
        ["dialogues"] = new JsonArray(),
        ["narration"] = Lines[number % Lines.Length],
    };

    public static JsonObject Outlined(int number) => new()
    {
        ["number"] = number,
        ["what"] = $"Ember searches place {number} and must move on.",
        ["location"] = "burning forest",
        ["characters"] = new JsonArray("Ember"),
        ["time_of_day"] = "Night",
    };

    public static JsonObject Head() => new()
    {
        ["title"] = "The Cub in the Smoke",
        ["hook_summary"] = "A burning branch crashes between mother and cub.",
        ["emotional_arc"] = "fear, hope, despair, joy",
        ["characters"] = new JsonArray(new JsonObject { ["name"] = "Ember", ["role"] = "mother", ["visual_identity"] = Look }),
    };

    /// <summary>The right answer to a question of the studio's, whichever it is.</summary>
    public static JsonObject AnswerTo(string prompt, string form)
    {
        var numbers = NumbersIn(prompt);
        var answer = form is "whole" or "outline" or "acts" ? Head() : [];
        switch (form)
        {
            case "whole" or "scenes" or "mend" or "rewrite":
                answer["scenes"] = new JsonArray([.. numbers.Select(Scene)]);
                break;
            case "outline" or "act":
                answer["outline"] = new JsonArray([.. numbers.Select(Outlined)]);
                break;
            case "acts":
                answer["acts"] = new JsonArray([.. numbers.Select(number => new JsonObject { ["number"] = number, ["what"] = $"In act {number} Ember goes on." })]);
                break;
            case "mend_head":
                answer = Head();
                answer.Remove("characters");
                break;
        }

        return answer;
    }

    /// <summary>The scenes or acts that the plan of a question lists.</summary>
    public static List<int> NumbersIn(string prompt) =>
        [.. PlanLine().Matches(prompt).Select(line => int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^(?<number>\d+) \| \d", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PlanLine();
}
