using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>The answer of a command that films or cuts; reading it checks that it has exactly the shape that is promised.</summary>
internal sealed record FilmSheet(string Project, string? Run, string? Film, IReadOnlyList<SceneSheet> Scenes)
{
    private static readonly string[] States =
        ["queued", "submitting", "generating", "downloading", "upscaling", "ready", "unknown", "blocked", "failed", "cancelled"];

    public string Takes => Path.Combine(Project, "takes");

    /// <summary>The film, which must be there.</summary>
    public string FilmFile => Film ?? throw new InvalidOperationException($"{Project} has no film");

    public static FilmSheet Of(Answer answer)
    {
        var json = answer.Json;
        Has(json, "project", "run", "film", "wall_seconds", "shoot_seconds", "scenes", "cost");
        var wall = json.GetProperty("wall_seconds").GetDouble();
        var shoot = json.GetProperty("shoot_seconds").GetDouble();
        Assert.InRange(shoot, 0, Math.Max(wall, shoot));
        var cost = json.GetProperty("cost");
        Has(cost, "estimated", "actual", "currency");
        Assert.Equal(0, cost.GetProperty("estimated").GetDouble());
        Assert.Equal(0, cost.GetProperty("actual").GetDouble());
        Assert.Equal("USD", cost.GetProperty("currency").GetString());
        var sheet = new FilmSheet(
            File(json, "project")!, json.GetProperty("run").GetString(), File(json, "film"), [.. json.GetProperty("scenes").EnumerateArray().Select(Scene)]);
        Assert.Equal(Enumerable.Range(1, sheet.Scenes.Count), sheet.Scenes.Select(scene => scene.Scene));
        return sheet;
    }

    /// <summary>A film with every scene ready.</summary>
    public static FilmSheet Ready(Answer answer)
    {
        var sheet = Of(answer.Expect(0));
        Assert.NotEmpty(sheet.Scenes);
        Assert.All(sheet.Scenes, scene => Assert.Equal("ready", scene.State));
        Assert.All(sheet.Scenes, scene => Assert.NotNull(scene.Account));
        Assert.All(sheet.Scenes, scene => Assert.Null(scene.Error));
        Assert.Equal(Path.Combine(sheet.Project, "film.mp4"), sheet.Film);
        return sheet;
    }

    private static SceneSheet Scene(JsonElement json)
    {
        Has(json, "scene", "state", "account", "clip", "takes", "error");
        var takes = json.GetProperty("takes").EnumerateArray().Select(Take).ToList();
        Assert.NotEmpty(takes);
        var scene = new SceneSheet(
            json.GetProperty("scene").GetInt32(), State(json), json.GetProperty("account").GetString(), File(json, "clip"), takes, json.GetProperty("error").GetString());
        Assert.Equal(takes.Exists(take => take.State == "ready"), scene.State == "ready");
        if (scene.Clip is not null)
            Assert.Contains(takes, take => take.Clip == scene.Clip);
        return scene;
    }

    private static TakeSheet Take(JsonElement json)
    {
        Has(json, "take", "state", "clip", "stale");
        var take = new TakeSheet(json.GetProperty("take").GetInt32(), State(json), File(json, "clip"), json.GetProperty("stale").GetBoolean());
        Assert.Equal(take.State == "ready", take.Clip is not null);
        return take;
    }

    private static string State(JsonElement json)
    {
        var state = json.GetProperty("state").GetString()!;
        Assert.Contains(state, States);
        return state;
    }

    /// <summary>An absolute path of something that is there, or null.</summary>
    private static string? File(JsonElement json, string field)
    {
        var path = json.GetProperty(field).GetString();
        if (path is not null)
        {
            Assert.True(Path.IsPathFullyQualified(path), $"{field}: {path}");
            Assert.True(Path.Exists(path), $"{field}: {path} is not there");
        }

        return path;
    }

    private static void Has(JsonElement json, params string[] fields) => Assert.Equal(fields, json.EnumerateObject().Select(field => field.Name));
}
