using System.Collections.Concurrent;
using System.Text;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>The faces of captions: Be Vietnam Pro for what it has, a Noto face for every other script.</summary>
/// <param name="path">Absolute folder of the font files, beside the program by default.</param>
public sealed class FontFolder(string path)
{
    private static readonly string[] Families = ["Be Vietnam Pro", "Noto Sans", "Noto Sans Thai"];
    private readonly Lazy<IReadOnlyList<Typeface>> _faces = new(() => Load(path));
    private readonly ConcurrentDictionary<(Rune Character, bool Bold, int Form), Typeface?> _found = new();

    public string Path { get; } = path;

    /// <summary>The weight that counts as bold: captions are 700, headlines of sales films 800.</summary>
    public int BoldWeight { get; init; } = 700;

    /// <summary>Where the build puts them.</summary>
    public static FontFolder BesideProgram { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <summary>The face that captions are set in.</summary>
    /// <exception cref="InvalidDataException">The folder has no font at all.</exception>
    public Typeface Main(bool bold) => Of(Families[0], bold) ?? (_faces.Value is [var first, ..] ? first : throw new InvalidDataException(Path));

    /// <summary>The face that has a character; null when none has.</summary>
    /// <param name="language">Decides between Japanese, Korean and Chinese forms of the same character.</param>
    public Typeface? FaceFor(Rune character, bool bold, string language) => _found.GetOrAdd(
        (character, bold, Form(language)),
        asked => Order(asked.Form).Select(family => Of(family, asked.Bold)).FirstOrDefault(face => face?.Has(asked.Character) == true));

    /// <summary>The faces that a text in libass's format calls by their names.</summary>
    public IEnumerable<Typeface> NamedIn(string text) => _faces.Value.Where(face => text.Contains(face.Family, StringComparison.Ordinal));

    private static int Form(string language) => language switch { "ja" => 0, "ko" => 1, _ => 2 };

    private static IEnumerable<string> Order(int first)
    {
        string[] eastAsian = ["Noto Sans JP", "Noto Sans KR", "Noto Sans SC"];
        return [.. Families, eastAsian[first], .. eastAsian.Where((_, index) => index != first)];
    }

    private Typeface? Of(string family, bool bold) => _faces.Value
        .Where(face => face.WholeFamily == family)
        .OrderBy(face => Math.Abs(face.Weight - (bold ? BoldWeight : 500)))
        .FirstOrDefault();

    private static List<Typeface> Load(string path)
    {
        if (!Directory.Exists(path))
            throw new InvalidDataException(path);
        return
        [
            .. Directory.EnumerateFiles(path)
                .Where(file => System.IO.Path.GetExtension(file) is ".ttf" or ".otf")
                .Order(StringComparer.Ordinal)
                .Select(Typeface.Open),
        ];
    }
}
