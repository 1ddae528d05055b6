using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Brings clips home. A failed download is tried again, and is never a reason to generate again.</summary>
internal sealed class Fetcher(Shift shift, Crowd crowd)
{
    /// <summary>The take must be in hand already.</summary>
    public void Fetch(Shot shot) => crowd.Add(() => FetchAsync(shot));

    private async Task FetchAsync(Shot shot)
    {
        try
        {
            for (var retry = 0; ; retry++)
            {
                if (await TryOnceAsync(shot) is not { } failure)
                    return;
                LaneLog.DownloadBroken(shift.Log, shift.Account.Name, shot.Order.Scene, failure.Reason);
                var trouble = new Trouble(Troubles.Download, failure.Reason);
                TimeSpan? pause = failure.Gone || retry >= shift.Options.DownloadRetries.Count ? null : shift.Options.DownloadRetries[retry];
                if (pause is null)
                {
                    await GiveUpAsync(shot, trouble, failure.Gone);
                    return;
                }

                await shift.Continuity.TellAsync(shot, new DownloadFailed(shot.Order.Scene, shot.Order.Take, trouble, pause));
                await Task.Delay(pause.Value, shift.Time, shift.Over);
            }
        }
        finally
        {
            shift.PutDown(shot.Id);
            shift.ClaimSoon();
        }
    }

    /// <summary>A disk that may not be written is a failed download too. A full one stops the lane: what was generated waits for space.</summary>
    private async Task<Failure?> TryOnceAsync(Shot shot)
    {
        try
        {
            return await TryAsync(shot);
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            throw FullDisk.Mistake.AsException();
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return new(disk.Message);
        }
    }

    /// <returns>Null when the take is ready.</returns>
    private async Task<Failure?> TryAsync(Shot shot)
    {
        using var place = await shift.Tools.Downloads.EnterAsync(shift.Over);
        var files = shift.Tools.Files;
        var (project, scene, take) = (shot.Order.Project, shot.Order.Scene, shot.Order.Take);
        var clip = files.ClipOf(project, scene, take);
        var normal = false;

        // After a crash it may have its final name already.
        if (!files.Exists(clip))
        {
            var part = files.PartOf(project, scene, take);
            var delivery = await DownloadAsync(shot, part);
            switch (delivery)
            {
                case Delivery.Gone gone:
                    files.Discard(part);
                    return new(gone.Reason, Gone: true);
                case Delivery.Broken broken:
                    return new(broken.Reason);
                case Delivery.Delivered delivered:
                    normal = delivered.Normal;
                    if (await FaultAsync(part, delivered.Bytes) is { } fault)
                    {
                        files.Discard(part);
                        return new(fault);
                    }

                    break;
            }

            files.Keep(part, clip);
        }
        else if (await FaultAsync(clip, files.Length(clip)) is { } fault)
        {
            return new(fault);
        }

        await FinishAsync(shot, new(clip, files.Length(clip), normal));
        return null;
    }

    private async Task<Delivery> DownloadAsync(Shot shot, string part)
    {
        try
        {
            return await shift.Provider.DownloadAsync(shot.Operation!, part, shift.Account, shift.Over);
        }
        catch (Exception problem) when (!shift.Over.IsCancellationRequested && !FullDisk.Is(problem))
        {
            return new Delivery.Broken(problem.Message);
        }
    }

    private async Task<string?> FaultAsync(string file, long bytes)
    {
        if (shift.Tools.Files.Length(file) is var length && length != bytes)
            return FormattableString.Invariant($"{length} bytes arrived instead of {bytes}.");
        return await shift.Tools.ClipCheck.CheckAsync(file, shift.Over) is ClipVerdict.Broken broken ? broken.Reason : null;
    }

    private async Task FinishAsync(Shot shot, ReadyClip clip)
    {
        var now = shift.Time.GetUtcNow();
        await shift.Tools.Files.WriteNotesAsync(clip.Path, NotesOf(shot, clip, now), CancellationToken.None);
        if (await shift.Continuity.ReadyAsync(shot, clip, now - shot.BegunAt) != Changed.Yes)
            return;
        shift.CountReady();
        LaneLog.Ready(shift.Log, shift.Account.Name, shot.Order.Scene, clip.Bytes);
    }

    private Task<Changed> GiveUpAsync(Shot shot, Trouble trouble, bool gone) => gone && shift.Traits.IsLocal
        ? shift.Continuity.FilmAgainAsync(shot, TakeState.Downloading, trouble)
        : shift.Continuity.NotBroughtHomeAsync(shot, trouble, gone);

    private TakeNotes NotesOf(Shot shot, ReadyClip clip, DateTimeOffset now) => NotesOf(shot, shot.Order.For(shift.Provider.Name), clip, now);

    private TakeNotes NotesOf(Shot shot, ShotOrder sent, ReadyClip clip, DateTimeOffset now) => new()
    {
        Scene = shot.Order.Scene,
        Take = shot.Order.Take,
        Run = shot.Run,
        Prompt = sent.Prompt,
        Negative = sent.Negative,
        References = sent.References,
        Provider = shift.Provider.Name,
        Model = shot.Order.Model,
        AccountName = shift.Account.Name,
        Operation = shot.Operation!,
        Seed = shot.Order.Seed,
        Attempts = shot.Attempts,
        Digest = shot.Digest,
        SubmittedAt = shot.BegunAt,
        GeneratedAt = shot.GeneratedAt,
        ReadyAt = now,
        Bytes = clip.Bytes,
        Cost = shot.Cost,
    };

    private sealed record Failure(string Reason, bool Gone = false);
}
