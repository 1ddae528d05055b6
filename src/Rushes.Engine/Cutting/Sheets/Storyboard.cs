using System.Globalization;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting.Sheets;

/// <summary>Makes the contact sheet <c>storyboard.png</c>: a picture of every scene with its number, its time and its place.</summary>
internal sealed class Storyboard(IPictureLab pictures, IFilmPrinter printer, FontFolder fonts)
{
    private const int White = 0xF4F1F8;
    private const int Grey = 0xA39DB0;
    private const int Amber = 0xFFB938;

    /// <summary>Takes the stills of the clips that are there.</summary>
    public async Task PrepareAsync(CutOrder order, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var layout = new SheetLayout(order.Scenes.Count, order.Form.Size);
        foreach (var scene in order.Scenes)
        {
            if (scenes.TryGetValue(scene.Scene, out var normal))
                await StillAsync(order, scene, normal, layout, folder, cancellation);
        }
    }

    public async Task<string?> MakeAsync(
        CutOrder order, Timeline timeline, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var layout = new SheetLayout(order.Scenes.Count, order.Form.Size);
        var texts = Texts(order, timeline, layout);
        var stills = new string[order.Scenes.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, stills.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (index, stop) => stills[index] = await StillAsync(order, order.Scenes[index], scenes[order.Scenes[index].Scene], layout, folder, stop));
        var sheet = await folder.OnceAsync($"sheets/{Digest.Of(["sheet/1", texts, .. stills])}.png", async part =>
        {
            var canvas = new SheetCanvas(layout.Size);
            for (var index = 0; index < stills.Length; index++)
                canvas.Draw(layout.Place(index), await File.ReadAllBytesAsync(stills[index], cancellation), 14 * layout.Unit);
            await printer.PaintAsync(layout.Size, canvas.Rgb, texts, part, cancellation);
        }, cancellation);
        var path = Path.Combine(order.Project, "storyboard.png");
        if (!File.Exists(path) || Digest.OfFile(path) != folder.Bench.DigestOf(sheet))
            HalfFile.Make(path, half => File.Copy(sheet, half));
        return path;
    }

    private Task<string> StillAsync(CutOrder order, CutScene scene, NormalScene normal, SheetLayout layout, CutFolder folder, CancellationToken cancellation)
    {
        // The middle of a scene shows it best: before it things are still coming, after it they are going.
        var frame = Math.Min(scene.Frames, normal.Frames.Count) / 2;
        return folder.OnceAsync(
            $"stills/{Digest.Of("still/1", normal.Digest, frame, layout.Picture)}.rgb",
            async part => await File.WriteAllBytesAsync(
                part, await pictures.StillAsync(normal.Picture, order.Form.Rate.Seconds(frame), layout.Picture, cancellation), cancellation),
            cancellation);
    }

    private string Texts(CutOrder order, Timeline timeline, SheetLayout layout)
    {
        var document = new AssDocument(layout.Size, fonts);
        var big = Math.Max(layout.Unit, 0.7);
        var width = layout.Size.Width - 2 * layout.Margin;
        Set(document, order.Title, layout.Margin, layout.Margin + 34 * big, 36 * big, true, White, width, order.Language);
        var facts = Sentence.Of("cut.sheet-facts", order.Scenes.Count, Clock(timeline.Seconds), order.Form.Size.ToString());
        Set(document, facts, layout.Margin, layout.Margin + 66 * big, 18 * big, false, Grey, width, "en");
        for (var index = 0; index < order.Scenes.Count; index++)
        {
            var (scene, place, box) = (order.Scenes[index], timeline.Scenes[index], layout.Place(index));
            var number = scene.Scene.ToString("00", CultureInfo.InvariantCulture);
            var baseline = box.Bottom + 27 * layout.Unit;
            var after = Set(document, number, box.X + 2, baseline, 21 * layout.Unit, true, Amber, box.Width, "en");
            var times = $"{Clock(timeline.Rate.Seconds(place.Start))} – {Clock(timeline.Rate.Seconds(place.End))}";
            Set(document, times, after + 10 * layout.Unit, baseline, 17 * layout.Unit, false, White, box.Right - after, "en");
            Set(document, scene.Shot?.Location ?? "", box.X + 2, baseline + 24 * layout.Unit, 15 * layout.Unit, false, Grey, box.Width, order.Language);
        }

        return document.ToString();
    }

    /// <summary>Sets a line, shortened to the room there is.</summary>
    /// <returns>Where it ends.</returns>
    private double Set(AssDocument document, string text, double x, double baseline, double em, bool bold, int color, double room, string language)
    {
        text = CaptionText.Clean(text, fonts, language);
        double Width(string part) => part.EnumerateRunes().Sum(rune => TextRun.WidthOf(rune, bold, fonts, language)) * em;
        if (Width(text) > room)
        {
            var breaks = LineBreaks.Anywhere(text);
            var kept = breaks.LastOrDefault(end => Width(text[..end] + "…") <= room);
            text = text[..kept] + "…";
        }

        document.Line(1, 0, 1, TextRun.Of(text, bold, fonts, language), x, baseline, em, color);
        return x + Width(text);
    }

    private static string Clock(double seconds)
    {
        var whole = (int)Math.Round(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }
}
