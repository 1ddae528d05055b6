using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Briefs;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// Makes the clip of a take larger: by the provider where it can, else on this machine. The clip as it was filmed is in its place all the while and is
/// replaced in one step, so that whatever fails costs no clip. A full disk stops the lane, as always.
/// </summary>
internal sealed class Enlarging(Shift shift)
{
    private readonly ProviderUpscale _byProvider = new(shift);

    /// <summary>Whether more pixels were asked for than the clip is known to have.</summary>
    /// <param name="exact">The clip has the size that the order says.</param>
    public static bool IsWanted(ShotOrder order, bool exact) =>
        order.Upscale is { } target && !(exact && Math.Min(order.Size.Width, order.Size.Height) >= Upscales.ShortSideOf(target));

    /// <summary>Tells the books that the clip is there and is being enlarged; false when the take is not the lane's any more.</summary>
    public async Task<bool> BeginAsync(Shot shot) => await shift.Continuity.UpscalingAsync(shot, MethodFor(shot)) == Changed.Yes;

    /// <returns>Null when the take is not the lane's any more.</returns>
    public async Task<Enlarged?> EnlargeAsync(Shot shot, string clip)
    {
        using var place = await shift.Tools.Upscales.EnterAsync(shift.Over);
        using var span = LaneSignals.Begin("upscale", shift.Account, shot);
        var target = shot.Order.Upscale!;
        Enlarged? enlarged;
        try
        {
            enlarged = Upscaler(shot) is { } upscaler ? await _byProvider.EnlargeAsync(upscaler, shot, clip) : await HereAsync(shot, clip);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException && !FullDisk.Is(problem))
        {
            enlarged = new(new(target, null, problem.Message));
        }

        if (enlarged?.Notes.Problem is { } reason)
        {
            LaneLog.NotEnlarged(shift.Log, shift.Account.Name, shot.Order.Scene, target, reason);
            await shift.Continuity.TellAsync(shot, new UpscaleFailed(shot.Order.Scene, shot.Order.Take, target, reason));
        }

        return enlarged;
    }

    private IUpscaler? Upscaler(Shot shot) => shift.Provider.Upscaler is { } upscaler && upscaler.CanUpscale(shot.Order) ? upscaler : null;

    private string MethodFor(Shot shot) => Upscaler(shot) is null ? shift.Tools.Enlarger.Method : shift.Provider.Name;

    private async Task<Enlarged> HereAsync(Shot shot, string clip)
    {
        var (files, target) = (shift.Tools.Files, shot.Order.Upscale!);
        var part = files.LargePartOf(shot.Order.Project, shot.Order.Scene, shot.Order.Take);
        switch (await shift.Tools.Enlarger.EnlargeAsync(clip, part, Upscales.ShortSideOf(target), shift.Over))
        {
            case Enlargement.NotNeeded:
                return new(new(target, null));
            case Enlargement.Failed failed:
                files.Discard(part);
                return new(new(target, null, failed.Reason));
            default:
                if (await shift.Tools.ClipCheck.CheckAsync(part, shift.Over) is ClipVerdict.Broken broken)
                {
                    files.Discard(part);
                    return new(new(target, null, broken.Reason));
                }

                files.Replace(part, clip);
                return new(new(target, shift.Tools.Enlarger.Method));
        }
    }
}
