using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Projects;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Sheets;

/// <summary>
/// Makes <c>thumbnail.png</c>: the strongest picture of the film with a few words on strips, where the platform's own buttons leave room; the second strongest
/// for the second cover, and so on; or the photo that a cover names. A picture that has captions in it is passed over for one that has none.
/// </summary>
internal sealed class Thumbnail(IPictureLab pictures, IFilmPrinter printer, PlatformZones zones, FontFolder fonts)
{
    private const int Ink = 0x14101C;
    private const int Paper = 0xFFFFFF;
    private const int Accent = 0xFFC83D;
    private const double LargestEm = 0.15;
    private const double SmallestEm = 0.045;
    private const double Step = 0.94;
    private const int MostLines = 3;

    // Where a scene is looked at for a picture, as shares of its length: the middle first.
    private static readonly double[] Moments = [0.5, 0.65, 0.35, 0.8, 0.2, 0.93, 0.07];

    /// <returns>The absolute path of the first; null when there is none.</returns>
    public async Task<string?> MakeAsync(CutOrder order, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var strongest = order.Scenes.Where(one => scenes.ContainsKey(one.Scene)).OrderByDescending(Strength).ToList();
        string? first = null;
        foreach (var (index, cover) in order.Covers.Index())
        {
            var text = CaptionText.Clean(cover.Text, fonts, order.Language);
            if (text.Length == 0 || strongest.Count == 0)
                continue;
            var made = await MakeAsync(order, cover with { Text = text }, strongest[index % strongest.Count], scenes, folder, cancellation);
            first ??= made;
        }

        return first;
    }

    private async Task<string> MakeAsync(
        CutOrder order, Cover cover, CutScene scene, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var (normal, size) = (scenes[scene.Scene], order.Form.Size);
        var frame = FrameOf(scene, Math.Min(scene.Frames, normal.Frames.Count), order.Form.Rate);
        var photo = File.Exists(cover.Photo) ? cover.Photo : null;
        var shown = photo is null ? $"{normal.Digest} {frame}" : Digest.OfFile(photo);
        var sheet = Texts(cover.Text, size, zones.Of(cover.Platform, size).Within(size), order.Language);
        var made = await folder.OnceAsync($"sheets/{Digest.Of("thumbnail/2", shown, size, sheet)}.png", async part =>
        {
            var still = (photo is null ? null : await pictures.PhotoAsync(photo, size, cancellation))
                ?? await pictures.StillAsync(normal.Picture, order.Form.Rate.Seconds(frame), size, cancellation);
            Shade(still, size);
            await printer.PaintAsync(size, still, sheet, part, cancellation);
        }, cancellation);
        var path = Path.Combine(order.Project, cover.File);
        HalfFile.Make(path, half => File.Copy(made, half));
        return path;
    }

    /// <summary>Strong feelings and near faces are what people stop for.</summary>
    private static double Strength(CutScene scene) =>
        Math.Abs(scene.Shot?.Intensity ?? 0) + (CameraDirection.Read(scene.Shot?.CameraShot).Shot == CameraShot.CloseUp ? 0.25 : 0);

    private static int FrameOf(CutScene scene, int frames, FrameRate rate)
    {
        var free = Moments.Select(moment => (int)(moment * frames))
            .Where(frame => !scene.Captions.Any(cue => rate.Seconds(frame) >= cue.Start - 0.1 && rate.Seconds(frame) <= cue.End + 0.1));
        return free.Append(frames / 2).First();
    }

    /// <summary>Darkens the lower half towards the bottom, so that the words stand out from any picture.</summary>
    private static void Shade(byte[] rgb, FrameSize size)
    {
        for (var y = size.Height / 2; y < size.Height; y++)
        {
            var light = 1 - 0.55 * (y - (size.Height / 2.0)) / (size.Height / 2.0);
            for (var at = y * size.Width * 3; at < (y + 1) * size.Width * 3; at++)
                rgb[at] = (byte)(rgb[at] * light);
        }
    }

    /// <summary>The largest letters in which the words fit the lower third of the free zone, each line on its strip, the last one in colour.</summary>
    private string Texts(string text, FrameSize size, PixelBox zone, string language)
    {
        var unit = Math.Min(size.Width, size.Height);
        var em = LargestEm * unit;
        var lines = Lines(text, em, zone, language);
        while (em > SmallestEm * unit && (lines.Count > MostLines || lines.Count * em * 1.5 > zone.Height * 0.45 || lines.Any(line => Width(line, em, language) > Room(zone, em))))
            lines = Lines(text, em *= Step, zone, language);
        var document = new AssDocument(size, fonts);
        var pitch = em * 1.5;
        var top = zone.Bottom - (lines.Count * pitch);
        for (var i = 0; i < lines.Count; i++)
        {
            var loud = i == lines.Count - 1;
            var box = new PixelBox(zone.X, (int)(top + (i * pitch)), (int)(Width(lines[i], em, language) + (0.7 * em)), (int)(em * 1.4));
            document.Shape(0, 0, 1, box, 0.18 * em, loud ? Accent : Paper);
            document.Line(1, 0, 1, TextRun.Of(lines[i], true, fonts, language), zone.X + (0.35 * em), box.Y + (1.05 * em), em, Ink);
        }

        return document.ToString();
    }

    private IReadOnlyList<string> Lines(string text, double em, PixelBox zone, string language) =>
        new LineWrap(piece => Width(piece, em, language), Room(zone, em), MostLines).Lines(text);

    private static double Room(PixelBox zone, double em) => zone.Width - (0.7 * em);

    private double Width(string text, double em, string language) => text.EnumerateRunes().Sum(rune => TextRun.WidthOf(rune, true, fonts, language)) * em;
}
