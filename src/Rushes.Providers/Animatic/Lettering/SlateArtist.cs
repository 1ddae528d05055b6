using System.Globalization;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>Draws the slate: which scene, where, when, how it is shot and lit.</summary>
internal sealed class SlateArtist(ArtLibrary art, LetterPainter painter, FontFolder fonts)
{
    private const string Between = " · ";
    private const int LongestFeeling = 24;

    // Parts of the picture's shorter side.
    private const double FirstEm = 0.031;
    private const double SecondEm = 0.0245;
    private const double Inset = 0.048;
    private const double Padding = 0.022;

    private static readonly Colour Panel = new(0.09, 0.063, 0.11);
    private static readonly Colour Faint = new(0.87, 0.84, 0.9);

    public async Task<IStageLayer?> DrawAsync(ShotOrder order, StagePlan plan, CancellationToken cancellation)
    {
        if (!order.Slate)
            return null;
        var sheet = Sheet(order.Size, Heading(order, plan), Details(order, plan), order.Language);
        using var surface = (await painter.PaintAsync([sheet], order.Language, cancellation))[0];
        if (Developer.Develop(surface, Look.Plain) is not { } drawn)
            return null;
        var inset = Math.Round(Inset * Unit(order.Size));
        return new FixedLayer(drawn.Raster, new Placement(inset + drawn.Left, inset + drawn.Top, 1, 1));
    }

    private static double Unit(FrameSize size) => Math.Min(size.Width, size.Height);

    private LetterSheet Sheet(FrameSize size, IReadOnlyList<string> first, IReadOnlyList<string> second, string language)
    {
        var unit = Unit(size);
        var room = size.Width - 2 * unit * (Inset + Padding);
        var (heading, headingWidth) = Fit(first, room, FirstEm * unit, bold: true, language);
        var (details, detailsWidth) = Fit(second, room, SecondEm * unit, bold: false, language);
        var width = Math.Max(headingWidth, detailsWidth) + 2 * Padding * unit;
        var height = (2 * Padding + FirstEm * 0.75 + SecondEm * 1.75) * unit;
        return new LetterSheet
        {
            Size = new FrameSize(Even(width), Even(height)),
            Panels = [new LetterPanel(0, 0, width, height, 0.016 * unit, Panel, 0.72)],
            Lines =
            [
                new LetterLine(heading, Padding * unit, (Padding + FirstEm * 0.74) * unit, FirstEm * unit, Bold: true, Colour.White),
                new LetterLine(details, Padding * unit, height - (Padding + 0.002) * unit, SecondEm * unit, Bold: false, Faint),
            ],
        };
    }

    /// <summary>As many of the words as there is room for.</summary>
    private (string Text, double Width) Fit(IReadOnlyList<string> words, double room, double em, bool bold, string language)
    {
        for (var count = words.Count; count > 0; count--)
        {
            var text = string.Join(Between, words.Take(count));
            var width = LetterSheet.Width(text, bold, fonts, language) * em;
            if (width <= room)
                return (text, width);
        }

        return ("", 0);
    }

    private List<string> Heading(ShotOrder order, StagePlan plan)
    {
        var words = art.Slate;
        List<string> heading =
        [
            string.Format(CultureInfo.InvariantCulture, words.Scene.In(order.Language), order.Scene.ToString("00", CultureInfo.InvariantCulture)),
            (plan.PlaceFile.Indoor ? words.Indoor : words.Outdoor).In(order.Language),
            plan.PlaceFile.Name.In(order.Language),
            plan.Lighting.Palette.Name.In(order.Language),
        ];
        return Caps(heading, order.Language);
    }

    private List<string> Details(ShotOrder order, StagePlan plan)
    {
        var words = art.Slate;
        string Named(IReadOnlyDictionary<string, Engine.Library.Names> names, Enum value) =>
            names.TryGetValue(JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), out var name) ? name.In(order.Language) : "";
        var feeling = order.Shot.Emotion is { Length: > 0 and <= LongestFeeling } emotion
            ? words.Emotions.TryGetValue(emotion.Trim().ToLowerInvariant(), out var known) ? known.In(order.Language) : emotion
            : "";
        return Caps([Named(words.Shots, plan.Direction.Shot), Named(words.Moves, plan.Camera.Move), plan.Lighting.Mood.In(order.Language), feeling], order.Language);
    }

    private static List<string> Caps(IEnumerable<string> words, string language) =>
        [.. words.Where(word => word.Length > 0).Select(word => word.ToUpper(CultureInfo.GetCultureInfo(language))).Distinct(StringComparer.Ordinal)];

    private static int Even(double length) => (int)Math.Ceiling(length / 2) * 2;
}
