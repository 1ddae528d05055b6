using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>The moods of music (<c>data/sound/moods/*.json</c>) and which of them a scene wants.</summary>
internal sealed class MoodBook(IDataLibrary library)
{
    public const string Default = "calm";
    private const string Folder = "sound/moods";
    private readonly Lazy<WordIndex> _words = new(() => new WordIndex(
        library.Names(Folder, ".json").Select(name => (Path.GetFileNameWithoutExtension(name), (library.Read<Mood>(name).Words ?? []).Values.SelectMany(words => words)))));

    /// <summary>The mood of a scene: its emotion, else its light, else the height of its emotional curve.</summary>
    public string For(Scene scene) => _words.Value.Find(scene.Emotion) ?? _words.Value.Find(scene.LightingMood) ?? scene.Intensity switch
    {
        < -0.4 => "sad",
        > 0.4 => "hope",
        _ => Default,
    };

    /// <exception cref="FileNotFoundException">There is no such mood.</exception>
    public Mood Open(string mood) => library.Read<Mood>($"{Folder}/{mood}.json");

    /// <summary>Where a mood is written down.</summary>
    public string FileOf(string mood) => library.PathOf($"{Folder}/{mood}.json");
}
