using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Cutting.Sheets;
using Rushes.Engine.Cutting.Sounds;
using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>
/// Cuts films. What can be made early is made early: call <see cref="PrepareAsync"/> with the order as it stands, as often as something changes (lines spoken,
/// a clip arrived); then <see cref="CutAsync"/> only puts ready parts together. Nothing that did not change is made again.
/// </summary>
public sealed class FilmCutter(IPictureLab pictures, ISoundLab sounds, IFilmPrinter printer, IDataLibrary library, FontFolder fonts, TimeProvider clock)
{
    private static readonly TimeSpan KeepUnused = TimeSpan.FromDays(7);
    private readonly Workbench _bench = new();
    private readonly ClipRoom _clips = new(pictures, sounds, new PlatformZones(library), fonts);
    private readonly PieceRoom _pieces = new(pictures);
    private readonly SoundDirector _director = new(new BedBook(library), new MoodBook(library));
    private readonly SoundRoom _sounds = new(sounds, new BedBook(library), new MoodBook(library));
    private readonly Storyboard _storyboard = new(pictures, printer, fonts);
    private readonly Thumbnail _thumbnail = new(pictures, printer, new PlatformZones(library), fonts);

    /// <summary>Makes all that can be made from an order whose clips may still be missing. Safe to call at any time, also several at once.</summary>
    /// <exception cref="MistakeException">A clip or the music is no usable file.</exception>
    public async Task PrepareAsync(CutOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var folder = new CutFolder(order.Project, _bench);
        var timeline = order.Timeline();
        var sound = SoundIsKnown(order) ? SoundAsync(order, timeline, new Dictionary<int, string>(), folder, cancellation) : Task.CompletedTask;
        var scenes = await NormalAsync(order, order.Scenes.Where(scene => scene.Clip is not null), folder, cancellation);
        var plan = CutPlan.Of(timeline, scenes.ToDictionary(scene => scene.Key, scene => scene.Value.Frames));
        await _pieces.MakeAsync(plan, order.Form, scenes, folder, cancellation);
        if (!order.FilmOnly)
            await _storyboard.PrepareAsync(order, scenes, folder, cancellation);
        await sound;
    }

    /// <summary>Cuts the film.</summary>
    /// <exception cref="MistakeException">A clip or the music is no usable file, or the transition is not known.</exception>
    public async Task<CutResult> CutAsync(CutOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var began = clock.GetUtcNow();
        var folder = new CutFolder(order.Project, _bench);
        var timeline = order.Timeline();
        int[] missing = [.. order.Scenes.Where(scene => scene.Clip is null).Select(scene => scene.Scene)];
        if (order.Scenes.Count == 0 || (missing.Length > 0 && !order.Partial))
            return new CutResult { Missing = missing, Frames = timeline.Frames, Seconds = timeline.Seconds };

        var early = SoundIsKnown(order) ? SoundAsync(order, timeline, new Dictionary<int, string>(), folder, cancellation) : null;
        var scenes = await NormalAsync(order, order.Scenes, folder, cancellation);
        var subtitles = Subtitles.Of(order, timeline);
        var sheet = order.FilmOnly ? Task.FromResult<string?>(null) : _storyboard.MakeAsync(order, timeline, scenes, folder, cancellation);
        var thumbnail = order.FilmOnly ? Task.FromResult<string?>(null) : _thumbnail.MakeAsync(order, scenes, folder, cancellation);
        var own = scenes.Values.Where(scene => scene.Sound is not null).ToDictionary(scene => scene.Scene, scene => scene.Sound!);
        var sound = await (own.Count == 0 && early is not null ? early : SoundAsync(order, timeline, own, folder, cancellation));
        var (subRip, webVtt) = await subtitles.WriteAsync(order, cancellation);
        await PrintAsync(order, timeline, scenes, sound, subtitles, folder, cancellation);
        var storyboard = await sheet;
        var cover = await thumbnail;
        folder.Tidy(clock.GetUtcNow() - KeepUnused);
        Sweep(order, folder, began);
        return new CutResult
        {
            Film = order.FilmFile,
            Missing = missing,
            Frames = timeline.Frames,
            Seconds = timeline.Seconds,
            SubRip = subRip,
            WebVtt = webVtt,
            Storyboard = storyboard,
            Thumbnail = cover,
            Warnings = [.. Warnings(order, timeline, scenes)],
        };
    }

    /// <summary>Removes what a cut that was killed had begun: of parts, of voices, and of the film and what lies beside it.</summary>
    private static void Sweep(CutOrder order, CutFolder folder, DateTimeOffset began)
    {
        HalfFile.Sweep(folder.Root, SearchOption.AllDirectories, began);
        HalfFile.Sweep(Path.Combine(order.Project, "audio"), SearchOption.AllDirectories, began);
        HalfFile.Sweep(order.Project, SearchOption.TopDirectoryOnly, began);
        HalfFile.Sweep(Path.GetDirectoryName(order.FilmFile)!, SearchOption.TopDirectoryOnly, began);
    }

    /// <summary>Without clips that bring their own sound, all that is heard is known before the first clip is there.</summary>
    private static bool SoundIsKnown(CutOrder order) =>
        order.Sound == Film.Briefs.Sound.Voices || order.Scenes.All(scene => (scene.Normal && !scene.Audible) || (scene.Clip is null && order.Partial));

    private async Task<string> SoundAsync(
        CutOrder order, Timeline timeline, IReadOnlyDictionary<int, string> own, CutFolder folder, CancellationToken cancellation)
    {
        var music = order.Music is { } file ? await _sounds.DecodeAsync(file, folder, cancellation) : null;
        return await _sounds.MakeAsync(_director.Direct(order, timeline, own, music), folder, cancellation);
    }

    private async Task<IReadOnlyDictionary<int, NormalScene>> NormalAsync(
        CutOrder order, IEnumerable<CutScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var normal = new System.Collections.Concurrent.ConcurrentDictionary<int, NormalScene>();
        await Parallel.ForEachAsync(
            scenes,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (scene, stop) => normal[scene.Scene] = await _clips.NormalAsync(order, scene, folder, stop));
        return normal;
    }

    /// <summary>Copies what can be copied; when the result is in any doubt, codes the film anew.</summary>
    private async Task PrintAsync(
        CutOrder order, Timeline timeline, IReadOnlyDictionary<int, NormalScene> scenes, string sound, Subtitles subtitles, CutFolder folder, CancellationToken cancellation)
    {
        var doubt = "";
        var frames = scenes.ToDictionary(scene => scene.Key, scene => scene.Value.Frames);
        foreach (var plan in new[] { CutPlan.Of(timeline, frames), CutPlan.Anew(timeline) })
        {
            var pieces = await _pieces.MakeAsync(plan, order.Form, scenes, folder, cancellation);
            var stretches = pieces.Select(piece => piece ?? throw new InvalidOperationException("piece")).ToList();
            var print = new FilmPrint(order, timeline, sound, subtitles);
            if (await print.IsThereAsync(stretches, folder, cancellation))
                return;
            var picture = HalfFile.Beside(folder.PathOf("film.mp4"));
            try
            {
                doubt = await pictures.SpliceAsync(order.Form, stretches, picture, cancellation)
                    ? await printer.PrintAsync(print.Order(picture, folder), cancellation)
                    : "splice";
            }
            finally
            {
                File.Delete(picture);
            }

            if (doubt is null)
            {
                await print.NoteAsync(stretches, folder, cancellation);
                return;
            }
        }

        throw new InvalidDataException(doubt);
    }

    private static IEnumerable<string> Warnings(CutOrder order, Timeline timeline, IReadOnlyDictionary<int, NormalScene> scenes)
    {
        foreach (var scene in timeline.Scenes)
        {
            var normal = scenes[scene.Scene];
            if (normal.Damage is { } damage)
                yield return Sentence.Of("cut.damaged-clip", scene.Scene, damage);
            var held = scene.Frames - normal.Filmed;
            if (held > order.Form.Rate.PerSecond / 4)
                yield return Sentence.Of("cut.held-clip", scene.Scene, order.Form.Rate.Seconds(normal.Filmed), order.Form.Rate.Seconds(scene.Frames));
        }
    }
}
