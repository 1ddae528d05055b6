using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Brings clips home. A failed download is tried again, and is never a reason to generate again.</summary>
internal sealed class Fetcher(Shift shift, Crowd crowd)
{
    private readonly Enlarging _enlarging = new(shift);
    private readonly ChainLink _chain = new(shift);

    /// <summary>The take must be in hand already.</summary>
    public void Fetch(Shot shot) => crowd.Add(() => FetchAsync(shot));

    /// <summary>Goes on with a clip that was being enlarged; the take must be in hand already.</summary>
    public void Enlarge(Shot shot) => crowd.Add(() => EnlargeAsync(shot));

    private async Task FetchAsync(Shot shot)
    {
        try
        {
            for (var retry = 0; ; retry++)
            {
                var (failure, enlarge) = await TryOnceAsync(shot);
                if (enlarge)
                    await EnlargeAsync(shot);
                if (failure is null)
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
            shift.Settled();
        }
    }

    /// <summary>A disk that may not be written is a failed download too. A full one stops the lane: what was generated waits for space.</summary>
    private async Task<Outcome> TryOnceAsync(Shot shot)
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
            return new(new(disk.Message));
        }
    }

    private async Task<Outcome> TryAsync(Shot shot)
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
                    return new(new(gone.Reason, Gone: true));
                case Delivery.Broken broken:
                    return new(new(broken.Reason));
                case Delivery.Delivered delivered:
                    normal = delivered.Normal;
                    if (await FaultAsync(part, delivered.Bytes) is { } fault)
                    {
                        files.Discard(part);
                        return new(new(fault));
                    }

                    break;
            }

            files.Keep(part, clip);
        }
        else if (await FaultAsync(clip, files.Length(clip)) is { } fault)
        {
            return new(new(fault));
        }

        if (Enlarging.IsWanted(shot.Order, exact: normal))
            return new(null, Enlarge: await _enlarging.BeginAsync(shot));
        await FinishAsync(shot, new(clip, files.Length(clip), normal), null);
        return new(null);
    }

    private async Task EnlargeAsync(Shot shot)
    {
        try
        {
            var (files, clip) = (shift.Tools.Files, shift.Tools.Files.ClipOf(shot.Order.Project, shot.Order.Scene, shot.Order.Take));
            if (!files.Exists(clip))
                await shift.Continuity.NotBroughtHomeAsync(shot, new(Troubles.Download, "The clip was removed."), gone: false);
            else if (await _enlarging.EnlargeAsync(shot, clip) is { } enlarged)
                await FinishAsync(shot, new(clip, files.Length(clip), Normal: false), enlarged);
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            throw FullDisk.Mistake.AsException();
        }
        finally
        {
            shift.PutDown(shot.Id);
            shift.Settled();
        }
    }

    private async Task<Delivery> DownloadAsync(Shot shot, string part)
    {
        try
        {
            using var span = LaneSignals.Begin("download", shift.Account, shot);
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

    private async Task FinishAsync(Shot shot, ReadyClip clip, Enlarged? enlarged)
    {
        var now = shift.Time.GetUtcNow();
        var cost = Sum(shot.Cost, enlarged?.Cost);
        var (sent, firstFrame) = await _chain.SentAsync(shot, CancellationToken.None);
        var notes = NotesOf(shot with { Cost = cost }, sent, clip, now) with { FirstFrame = firstFrame, Upscale = enlarged?.Notes };
        await shift.Tools.Files.WriteNotesAsync(clip.Path, notes, CancellationToken.None);
        if (await shift.Continuity.ReadyAsync(shot, clip, now - shot.BegunAt, cost) != Changed.Yes)
            return;
        shift.CountReady();
        LaneSignals.Ready(shift.Account, clip.Bytes);
        LaneLog.Ready(shift.Log, shift.Account.Name, shot.Order.Scene, clip.Bytes);
    }

    /// <summary>Costs in different currencies are not added up; that of filming stands then.</summary>
    private static Cost? Sum(Cost? filming, Cost? enlarging) =>
        filming is null ? enlarging : enlarging?.Currency == filming.Currency ? filming with { Amount = filming.Amount + enlarging.Amount } : filming;

    private Task<Changed> GiveUpAsync(Shot shot, Trouble trouble, bool gone) => gone && shift.Traits.IsLocal
        ? shift.Continuity.FilmAgainAsync(shot, TakeState.Downloading, trouble)
        : shift.Continuity.NotBroughtHomeAsync(shot, trouble, gone);

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

    /// <param name="Failure">Null when the clip is there.</param>
    /// <param name="Enlarge">The clip is there, and is to be made larger.</param>
    private sealed record Outcome(Failure? Failure, bool Enlarge = false);

    private sealed record Failure(string Reason, bool Gone = false);
}
