namespace Rushes.Film.Cuts;

/// <summary>How a film is put together: what is copied, what is joined, what is coded anew. Plain data, made without looking at any file.</summary>
public sealed class CutPlan
{
    /// <summary>Most clips in one piece that is coded anew: the memory of a filter graph grows with its inputs.</summary>
    public const int MostClips = 4;

    /// <summary>A shorter run of frames is not worth a copy between two encodes.</summary>
    private const int LeastCopy = 4;

    private CutPlan(IReadOnlyList<CutPiece> pieces) => Pieces = pieces;

    /// <summary>In the order of the film.</summary>
    public IReadOnlyList<CutPiece> Pieces { get; }

    public int Frames => Pieces.Sum(piece => piece.Frames);

    /// <summary>Copies what can be copied.</summary>
    /// <param name="clips">What is known of each scene's clip, by scene number. A scene whose clip is not there yet is planned as one to code.</param>
    public static CutPlan Of(Timeline timeline, IReadOnlyDictionary<int, ClipFrames> clips)
    {
        ArgumentNullException.ThrowIfNull(clips);
        return Make(timeline, (scene, from, to) => clips.TryGetValue(scene.Scene, out var clip) ? Body(scene, from, to, clip) : Whole(scene, from, to));
    }

    /// <summary>Copies nothing: the way out when copied pieces do not fit together.</summary>
    public static CutPlan Anew(Timeline timeline) =>
        Make(timeline, Whole);

    private static CutPlan Make(Timeline timeline, Func<TimelineScene, int, int, IEnumerable<CutPiece>> body)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var pieces = new List<CutPiece>();
        for (var index = 0; index < timeline.Scenes.Count; index++)
        {
            var scene = timeline.Scenes[index];
            if (scene.Joint > 0)
            {
                var before = timeline.Scenes[index - 1];
                pieces.Add(new CutPiece.Joint(new(before.Scene, before.Frames, scene.Joint), new(scene.Scene, 0, scene.Joint), timeline.Kind));
            }

            pieces.AddRange(body(scene, scene.Joint, scene.Frames));
        }

        return new(Merge(pieces));
    }

    private static IEnumerable<CutPiece> Whole(TimelineScene scene, int from, int to) => [new CutPiece.Encode([new(scene.Scene, from, to - from)])];

    /// <summary>The frames of one clip: encoded up to the first key frame, copied up to the last one, encoded to the end.</summary>
    private static IEnumerable<CutPiece> Body(TimelineScene scene, int from, int to, ClipFrames clip)
    {
        var bounds = clip.Keys.Append(clip.Count).Where(frame => frame >= from && frame <= to).ToList();
        var (first, last) = bounds.Count == 0 ? (to, to) : (bounds[0], bounds[^1]);
        if (last - first < LeastCopy)
            (first, last) = (to, to);
        if (first > from)
            yield return new CutPiece.Encode([new(scene.Scene, from, first - from)]);
        if (last > first)
            yield return new CutPiece.Copy(new(scene.Scene, first, last - first));
        if (to > last)
            yield return new CutPiece.Encode([new(scene.Scene, last, to - last)]);
    }

    /// <summary>Neighbours that are both coded anew become one piece.</summary>
    private static List<CutPiece> Merge(IEnumerable<CutPiece> pieces)
    {
        var merged = new List<CutPiece>();
        foreach (var piece in pieces)
        {
            if (piece is CutPiece.Encode next && merged is [.., CutPiece.Encode last] && last.Ranges.Count + next.Ranges.Count <= MostClips)
                merged[^1] = new CutPiece.Encode([.. last.Ranges, .. next.Ranges]);
            else
                merged.Add(piece);
        }

        return merged;
    }
}
