using System.Globalization;
using System.Text;
using Rushes.Film.Cuts;

namespace Rushes.Providers.Ffmpeg;

/// <summary>The inputs and filters for a piece that is coded anew: every range cut out to the frame, held where it ends too early, then joined.</summary>
internal static class PieceGraph
{
    public static IReadOnlyList<string> Arguments(CutPiece piece, FilmForm form, Func<int, (string File, int Frames)> clip)
    {
        IReadOnlyList<ClipRange> ranges = piece switch
        {
            CutPiece.Joint joint => [joint.From, joint.To],
            CutPiece.Encode encode => encode.Ranges,
            _ => throw new InvalidOperationException(piece.ToString()),
        };
        var inputs = new List<string>();
        var graph = new StringBuilder();
        for (var index = 0; index < ranges.Count; index++)
        {
            var (file, count) = clip(ranges[index].Scene);
            var from = Math.Min(ranges[index].From, count - 1);
            var real = Math.Clamp(count - from, 1, ranges[index].Frames);

            // Half a frame early, so that no rounding skips the frame that is meant.
            if (from > 0)
                inputs.AddRange(["-ss", PictureLab.Number((from - 0.5) / form.Rate.PerSecond)]);
            inputs.AddRange(["-i", file]);
            graph.Append(CultureInfo.InvariantCulture, $"[{index}:v:0]trim=end_frame={real},{Held(ranges[index].Frames - real)}{InStep(form)}[r{index}];");
        }

        graph.Append(string.Concat(Enumerable.Range(0, ranges.Count).Select(index => $"[r{index}]"))).Append(Join(piece, form, ranges.Count));
        return [.. inputs, "-filter_complex", graph.ToString(), "-map", "[v]"];
    }

    private static string Held(int frames) => frames > 0 ? string.Create(CultureInfo.InvariantCulture, $"tpad=stop={frames}:stop_mode=clone,") : "";

    /// <summary>Frames are numbered from 0, whatever their times were.</summary>
    private static string InStep(FilmForm form) =>
        string.Create(CultureInfo.InvariantCulture, $"settb=1/{form.Rate.PerSecond},setpts=N,fps={form.Rate.PerSecond},setsar=1");

    private static string Join(CutPiece piece, FilmForm form, int count)
    {
        const string last = "format=yuv420p,setsar=1[v]";
        if (piece is CutPiece.Joint joint)
        {
            var seconds = PictureLab.Number(form.Rate.Seconds(joint.Frames));
            return $"xfade=transition={NameOf(joint.Kind)}:duration={seconds}:offset=0,{last}";
        }

        return count == 1 ? last : string.Create(CultureInfo.InvariantCulture, $"concat=n={count}:v=1:a=0,{InStep(form)},{last}");
    }

    /// <summary>ffmpeg's names; its own "dissolve" is a shower of dots, which nobody means by the word.</summary>
    private static string NameOf(TransitionKind kind) => kind switch
    {
        TransitionKind.Fade => "fadeblack",
        TransitionKind.Dissolve => "fade",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
