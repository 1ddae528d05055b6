using System.Threading.Channels;
using Rushes.Engine.Cutting;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film.Briefs;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>From clips to the film: prepares what can be prepared while others are still filmed, and cuts what was chosen.</summary>
public sealed class Postproduction(FilmCutter cutter, IStudioStore books, VideoProviders providers)
{
    public async Task<Selection> SelectAsync(FilmSheet sheet, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new Selection(sheet, await books.TakesOfProjectAsync(sheet.Project.Folder, cancellation));
    }

    /// <summary>Prepares the cut once now and again whenever a clip arrived, until the channel is completed.</summary>
    public async Task PrepareAsync(FilmSheet sheet, ChannelReader<int> arrivals, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        do
        {
            await cutter.PrepareAsync(await OrderAsync(sheet, await SelectAsync(sheet, cancellation), partial: false, cancellation), cancellation);
            while (arrivals.TryRead(out _))
            {
                // One preparation serves all clips that arrived meanwhile.
            }
        }
        while (await arrivals.WaitToReadAsync(cancellation));
    }

    /// <summary>Cuts the film when every scene has a clip, or anyway with labelled cards.</summary>
    /// <returns>The film's absolute path; null while a scene has no clip.</returns>
    public async Task<string?> CutAsync(FilmSheet sheet, string? run, bool partial, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(watcher);
        watcher.Tell(new FilmNews.Cutting(0));
        var selection = await SelectAsync(sheet, cancellation);
        var order = await CaptionedAsync(await OrderAsync(sheet, selection, partial, cancellation), selection, watcher, cancellation);
        var result = await cutter.CutAsync(order, cancellation);
        foreach (var warning in result.Warnings)
            watcher.Tell(new FilmNews.Warned(warning));
        if (run is not null && result.Missing.Count == 0)
            await books.MarkCutAsync(run, result.Film, cancellation);
        watcher.Tell(new FilmNews.Cutting(1));
        return result.Film;
    }

    private async Task<CutOrder> OrderAsync(FilmSheet sheet, Selection selection, bool partial, CancellationToken cancellation)
    {
        var brief = sheet.Project.Brief;
        var makers = (await books.AccountsAsync(cancellation)).ToDictionary(account => account.Account.Id, account => account.Account.Provider, StringComparer.Ordinal);
        return new CutOrder
        {
            Project = sheet.Project.Folder,
            Form = new FilmForm(OrderWriter.SizeOf(brief), FrameRate.Film),
            Scenes = [.. sheet.SceneNumbers.Select(scene => SceneOf(sheet, scene, selection.Chosen(scene), makers))],
            Title = sheet.Script.Title,
            Language = sheet.Script.Language,
            Captions = brief.Captions,
            Platform = brief.Platform,
            Transition = brief.Transition,
            Sound = brief.Sound ?? Sound.Mix,
            Music = brief.Music,
            Partial = partial,
            Seed = brief.Seed,
            Covers = [.. CoversOf(sheet)],
        };
    }

    /// <summary>A sales film's own pictures are full of words: its covers show the product's.</summary>
    private static IEnumerable<Cover> CoversOf(FilmSheet sheet)
    {
        var brief = sheet.Project.Brief;
        var sells = sheet.Script.Kind == ScriptKind.Sales;
        var photos = sells ? brief.Product?.Images ?? [] : [];
        return Thumbnails.Of(sheet.Script).Where(one => one.File is not null).DistinctBy(one => one.File)
            .Select((one, index) => new Cover(one.File!, one.Post.ThumbnailText!, brief.Platform ?? (sells ? one.Post.Platform : null))
            {
                Photo = photos.Count > 0 ? photos[index % photos.Count] : null,
            });
    }

    /// <summary>
    /// This machine draws captions while it films. When the brief says something else by now, they are drawn over clips that have none; clips that have them keep
    /// them, and that is said.
    /// </summary>
    private async Task<CutOrder> CaptionedAsync(CutOrder order, Selection selection, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var (scenes, kept) = (new List<CutScene>(order.Scenes.Count), new List<int>());
        foreach (var scene in order.Scenes)
        {
            var drawn = scene is { Own: true, Captions.Count: > 0 } && selection.Chosen(scene.Scene) is { } take
                ? (await books.OrderAsync(take.Id, cancellation))?.Captions.Count > 0
                : (bool?)null;
            scenes.Add(drawn == false && order.Captions == Captions.Burn ? scene with { Normal = false } : scene);
            if (drawn == true && order.Captions != Captions.Burn)
                kept.Add(scene.Scene);
        }

        if (kept.Count > 0)
            watcher.Tell(new FilmNews.Warned(Sentence.Of("cut.captions-drawn", string.Join(", ", kept))));
        return order with { Scenes = scenes };
    }

    private CutScene SceneOf(FilmSheet sheet, int scene, TakeSheet? take, Dictionary<string, string> makers)
    {
        var spoken = sheet.Spoken.Scenes[scene - 1];
        var maker = take?.Account is { } account ? makers.GetValueOrDefault(account) : null;

        // What this machine films is born normal: with nobody else filming, all that will be heard is known before the first clip.
        var local = maker is null ? makers.Values.All(IsLocal) : IsLocal(maker);
        return new CutScene
        {
            Scene = scene,
            Frames = spoken.Frames,
            Clip = take?.Clip?.Path,
            Normal = take?.Clip?.Normal ?? local,
            Own = local,
            Take = take?.Take,
            Maker = maker,
            Generated = !local,
            Shot = sheet.Script.Scenes[scene - 1],
            Lines = spoken.Lines,
            Captions = OrderWriter.CuesOf(spoken),
        };
    }

    private bool IsLocal(string provider) => providers.Find(provider)?.Traits.IsLocal == true;
}
