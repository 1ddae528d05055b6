using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Texts;
using Rushes.Film.Briefs;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>What the orders of a shoot need that a scene alone does not tell: the scene that each goes on from, and its prompt as whoever films it reads it.</summary>
public sealed class OrderDesk(IProjectFolders folders, PromptRoom prompts, ModelCasting casting, IStudioStore books)
{
    /// <summary>Chains the orders where the brief asks for it and puts their prompts into words; what translating them cost is noted with the project.</summary>
    public async Task<IReadOnlyList<ShotOrder>> CompleteAsync(
        IReadOnlyList<ShotOrder> orders, Project project, IReadOnlyList<string> providers, Selection selection, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(watcher);
        var chained = Chained(orders, project.Brief, providers, selection);
        var worded = await prompts.WordAsync(chained, providers, project.Brief.Sound, sentence => watcher.Tell(new FilmNews.Warned(sentence)), cancellation);
        if (worded.TranslatedBy is { Calls: > 0 } translator)
        {
            // As it is now: the user may have picked a take since the film was opened.
            var now = folders.Open(project.Folder);
            folders.Save(now with { Translation = translator.Plus(now.Translation) });
            watcher.Tell(new FilmNews.Said(WritingWatch.TranslationOf(translator)));
        }

        return worded.Orders;
    }

    /// <summary>Chained scenes that had nothing to go on from, because the scene before came to no clip.</summary>
    public async Task TellUnchainedAsync(string run, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        var scenes = new SortedSet<int>();
        foreach (var take in (await books.TakesAsync(run, cancellation)).Where(take => take.State == TakeState.Ready))
        {
            if (await books.OrderAsync(take.Id, cancellation) is { After: not null, FirstFrame: null })
                scenes.Add(take.Scene);
        }

        if (scenes.Count > 0)
            watcher.Tell(new FilmNews.Warned(Sentence.Of("film.unchained", string.Join(", ", scenes))));
    }

    /// <summary>With <c>--chain</c>, each scene goes on from the one before: from the take that is filmed now, else from the one that the cut uses.</summary>
    private IReadOnlyList<ShotOrder> Chained(IReadOnlyList<ShotOrder> orders, Brief brief, IReadOnlyList<string> providers, Selection selection)
    {
        if (!casting.Chains(providers, brief))
            return orders;
        var filmed = orders.Select(order => order.Scene).ToHashSet();
        return
        [
            .. orders.Select(order => filmed.Contains(order.Scene - 1) ? order with { After = order.Scene - 1 }
                : selection.Chosen(order.Scene - 1)?.Clip is { } clip ? order with { FirstFrame = ChainedFrame.Beside(clip.Path) }
                : order),
        ];
    }
}
