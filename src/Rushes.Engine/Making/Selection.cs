using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Which take stands for each scene: the user's pick, else the newest that still fits the script, else the newest there is.</summary>
public sealed class Selection
{
    private readonly ILookup<int, TakeSheet> _takes;
    private readonly Dictionary<int, string> _digests;
    private readonly FilmSheet _sheet;

    public Selection(FilmSheet sheet, IEnumerable<TakeSheet> takes)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        _sheet = sheet;
        _takes = takes.ToLookup(take => take.Scene);
        _digests = sheet.SceneNumbers.ToDictionary(scene => scene, scene => OrderDigest.Of(sheet.OrderOf(scene)));
    }

    /// <summary>The takes of a scene, the first first.</summary>
    public IReadOnlyList<TakeSheet> TakesOf(int scene) => [.. _takes[scene].OrderBy(take => take.Take)];

    /// <summary>The script changed since the take was ordered.</summary>
    public bool IsStale(TakeSheet take)
    {
        ArgumentNullException.ThrowIfNull(take);
        return !_digests.TryGetValue(take.Scene, out var digest) || take.Digest != digest;
    }

    /// <summary>The take that the cut uses; null while the scene has no clip.</summary>
    public TakeSheet? Chosen(int scene)
    {
        var ready = _takes[scene].Where(IsReady).ToList();
        if (_sheet.Project.Picks.TryGetValue(scene, out var picked) && ready.Find(take => take.Take == picked) is { } wanted)
            return wanted;
        return ready.OrderBy(IsStale).ThenByDescending(take => take.Take).FirstOrDefault();
    }

    /// <summary>What a scene still lacks of the takes that the brief asks for. A take of which nobody knows may be under way: it is never ordered again by itself.</summary>
    public int Lacking(int scene) =>
        Math.Max(0, _sheet.Project.Brief.Copies - _takes[scene].Count(take => !IsStale(take) && (IsReady(take) || IsUnknown(take) || !take.State.IsSettled())));

    /// <summary>Nobody knows whether a take of the scene, as the script is now, was accepted.</summary>
    public bool IsUnknown(int scene) => _takes[scene].Any(take => IsUnknown(take) && !IsStale(take));

    private static bool IsUnknown(TakeSheet take) => take.State == TakeState.Unknown;

    /// <summary>Ready in the books and still on disk: the user may have deleted a clip.</summary>
    private static bool IsReady(TakeSheet take) => take is { State: TakeState.Ready, Clip: { } clip } && File.Exists(clip.Path);
}
