using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Film;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Art;

/// <summary>Everything drawn that the library holds, by name. Files are read when first asked for.</summary>
internal sealed class ArtLibrary(IDataLibrary library)
{
    private readonly ConcurrentDictionary<string, object> _books = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, PlaceFile>> _places = new(() => Read<PlaceFile>(library, "scenery", "/place.json"));
    private readonly Lazy<IReadOnlyDictionary<string, FigureFile>> _figures = new(() => Read<FigureFile>(library, "figures", "/figure.json"));
    private readonly Lazy<IReadOnlyDictionary<string, WeatherFile>> _weathers = new(() => Read<WeatherFile>(library, "weather", "/weather.json"));
    private readonly Lazy<IReadOnlyDictionary<string, PropFile>> _props = new(() => Read<PropFile>(library, "props", ".json"));
    private readonly Lazy<IReadOnlyDictionary<string, MoodFile>> _moods = new(() => Read<MoodFile>(library, "palettes/moods", ".json"));
    private readonly Lazy<IReadOnlyDictionary<string, MoodFile>> _styles = new(() => Read<MoodFile>(library, "palettes/styles", ".json"));
    private readonly Lazy<IReadOnlyDictionary<string, PaletteFile>> _palettes = new(() => Read<PaletteFile>(library, "palettes", ".json"));

    private readonly Lazy<PoseLexicon> _poses = new(() => library.Read<PoseLexicon>("lexicons/poses.json"));
    private readonly Lazy<ColourLexicon> _colours = new(() => library.Read<ColourLexicon>("lexicons/colours.json"));

    private readonly Lazy<Dictionary<string, string[]>> _falseFriends = new(() => library.Read<Dictionary<string, string[]>>("lexicons/false-friends.json"));

    private readonly Lazy<UnseenLexicon> _unseen = new(() => library.Read<UnseenLexicon>("lexicons/unseen.json"));

    private readonly Lazy<SlateLexicon> _slate = new(() => library.Read<SlateLexicon>("lexicons/slate.json"));

    public SlateLexicon Slate => _slate.Value;

    public PoseLexicon Poses => _poses.Value;

    public UnseenLexicon Unseen => _unseen.Value;

    public ColourLexicon Colours => _colours.Value;

    public IReadOnlyDictionary<string, PlaceFile> Places => _places.Value;

    public IReadOnlyDictionary<string, FigureFile> Figures => _figures.Value;

    public IReadOnlyDictionary<string, WeatherFile> Weathers => _weathers.Value;

    public IReadOnlyDictionary<string, PropFile> Props => _props.Value;

    public IReadOnlyDictionary<string, MoodFile> Moods => _moods.Value;

    public IReadOnlyDictionary<string, MoodFile> Styles => _styles.Value;

    public IReadOnlyDictionary<string, PaletteFile> Palettes => _palettes.Value;

    public WordBook<string> PlaceWords(string language) => Book("places", language, Places, place => place.Words);

    /// <summary>Who is drawn, and whom they stand in for: of one word, the figure that is drawn for it comes first.</summary>
    public WordBook<string> FigureWords(string language) => (WordBook<string>)_books.GetOrAdd($"figures/{language}", _ => new WordBook<string>(
        [.. Figures.Select(file => (file.Key, file.Value.Words)), .. Figures.Select(file => (file.Key, file.Value.StandsInFor))], language, _falseFriends.Value.GetValueOrDefault(language)));

    public WordBook<string> WeatherWords(string language) => Book("weathers", language, Weathers, weather => weather.Words);

    public WordBook<string> PropWords(string language) => Book("props", language, Props, prop => prop.Words);

    public WordBook<string> MoodWords(string language) => Book("moods", language, Moods, mood => mood.Words);

    public WordBook<string> PaletteWords(string language) => Book("palettes", language, Palettes, palette => palette.Words);

    public WordBook<string> PoseWords(string language) => Book("poses", language, Poses.Poses, words => words);

    public WordBook<string> FeelingWords(string language) => Book("feelings", language, Poses.Feelings, words => words);

    public WordBook<string> ColourWords(string language) =>
        Book("colours", language, Colours.Colours.ToDictionary(colour => colour.Hex, StringComparer.Ordinal), colour => colour.Words);

    public WordBook<string> PartWords(string language) => Book("parts", language, Colours.Parts, words => words);

    public WordBook<bool> NobodyWords(string language) => new([(true, Poses.Nobody)], language);

    public WordBook<bool> SimileWords(string language) => new([(true, Unseen.Similes)], language);

    public WordBook<bool> CameraWords(string language) => new([(true, Unseen.Camera)], language);

    public WordBook<bool> FirstCameraWords(string language) => new([(true, Unseen.CameraFirst)], language);

    public WordBook<bool> SleepWords(string language) => new([(true, Poses.Asleep)], language);

    public bool Has(string file) => library.Has(file);

    /// <exception cref="MistakeException">The file is not SVG.</exception>
    public SvgDrawing Drawing(string file) => SvgDrawing.Load(library.PathOf(file));

    private WordBook<string> Book<T>(string what, string language, IReadOnlyDictionary<string, T> files, Func<T, IReadOnlyDictionary<string, string[]>> words) =>
        (WordBook<string>)_books.GetOrAdd($"{what}/{language}", _ => new WordBook<string>(
            files.Select(file => (file.Key, words(file.Value))), language, _falseFriends.Value.GetValueOrDefault(language)));

    /// <summary>Files by the name of their folder, or their own where they lie directly in <paramref name="folder"/>.</summary>
    private static Dictionary<string, T> Read<T>(IDataLibrary library, string folder, string ending)
        where T : class
    {
        var files = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in library.Names(folder, ending))
        {
            var rest = name[(folder.Length + 1)..];
            if (ending[0] == '/' || !rest.Contains('/', StringComparison.Ordinal))
                files[rest[..^ending.Length]] = library.Read<T>(name);
        }

        return files;
    }
}
