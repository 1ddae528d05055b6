using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>A project whose program was killed: what must hold at that very moment, and what must never change afterwards.</summary>
internal sealed class Wreck(TestHome home, string project)
{
    private readonly Dictionary<string, FileFacts> _clips = new(StringComparer.Ordinal);

    public string Takes { get; } = Path.Combine(project, "takes");

    /// <summary>How many clips are there.</summary>
    public int Clips => Directory.Exists(Takes) ? Directory.GetFiles(Takes, "*.mp4").Length : 0;

    /// <summary>Call right after a kill.</summary>
    public async Task SurveyAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Empty(home.LeftBehind());
        foreach (var name in new[] { "project.json", "script.json" }.Select(name => Path.Combine(project, name)).Where(File.Exists))
        {
            using var whole = JsonDocument.Parse(await File.ReadAllTextAsync(name, TestContext.Current.CancellationToken));
        }

        if (File.Exists(Path.Combine(project, "film.mp4")))
            await Screening.WatchAsync(Path.Combine(project, "film.mp4"));
        foreach (var clip in Clips > 0 ? Directory.GetFiles(Takes, "*.mp4") : [])
        {
            await Screening.WatchAsync(clip);
            if (!_clips.TryAdd(clip, FileFacts.Of(clip)))
                Assert.Equal(_clips[clip], FileFacts.Of(clip));
        }
    }

    /// <summary>Call when the film was made after all.</summary>
    public void CheckNothingWasFilmedTwice(FilmSheet film)
    {
        Assert.All(_clips, clip => Assert.Equal(clip.Value, FileFacts.Of(clip.Key)));
        Assert.All(film.Scenes, scene => Assert.Single(scene.Takes));
        Assert.Equal(film.Scenes.Count, Clips);
        Assert.All(_clips.Keys, clip => Assert.Equal(1, Attempts(clip)));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories), file => file.Contains(".part", StringComparison.Ordinal));
    }

    private static int Attempts(string clip)
    {
        using var notes = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(clip, ".json")));
        return notes.RootElement.GetProperty("attempts").GetInt32();
    }
}
