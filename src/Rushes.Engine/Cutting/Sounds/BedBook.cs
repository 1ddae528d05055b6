using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>The beds of sound (<c>data/sound/beds/*.json</c>) and which of them a scene wants.</summary>
internal sealed class BedBook(IDataLibrary library)
{
    private const string Folder = "sound/beds";
    private readonly Lazy<WordIndex> _words = new(() => new WordIndex(
        library.Names(Folder, ".json").Select(name => (System.IO.Path.GetFileNameWithoutExtension(name), Words(library.Read<Bed>(name))))));

    /// <summary>The bed for a scene: what its sound hint says, else what its place sounds like; null when nothing tells.</summary>
    public string? For(Scene scene) =>
        _words.Value.Find(scene.Sound) ?? _words.Value.Find(scene.Location) ?? _words.Value.Find(scene.VisualNotes) ?? _words.Value.Find(scene.Prompt);

    /// <exception cref="FileNotFoundException">There is no such bed.</exception>
    public Bed Open(string bed) => library.Read<Bed>($"{Folder}/{bed}.json");

    /// <summary>The file's content, for digests.</summary>
    public string FileOf(string bed) => library.PathOf($"{Folder}/{bed}.json");

    private static IEnumerable<string> Words(Bed bed) => (bed.Words ?? []).Values.SelectMany(words => words);
}
