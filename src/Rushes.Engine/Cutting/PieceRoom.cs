using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>Codes the pieces of a plan that cannot be copied, each once, as soon as its clips are there.</summary>
internal sealed class PieceRoom(IPictureLab lab)
{
    /// <summary>Codes what can be coded with the clips that are there.</summary>
    /// <returns>The film's stretches in order, as frames of files; null for a piece whose clips are not all there.</returns>
    public async Task<IReadOnlyList<(string File, int From, int Frames)?>> MakeAsync(
        CutPlan plan, FilmForm form, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        var pieces = new (string File, int From, int Frames)?[plan.Pieces.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pieces.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (index, stop) => pieces[index] = await MakeAsync(plan.Pieces[index], form, scenes, folder, stop));
        return pieces;
    }

    private async Task<(string File, int From, int Frames)?> MakeAsync(
        CutPiece piece, FilmForm form, IReadOnlyDictionary<int, NormalScene> scenes, CutFolder folder, CancellationToken cancellation)
    {
        if (!Ranges(piece).All(range => scenes.ContainsKey(range.Scene)))
            return null;
        if (piece is CutPiece.Copy copy)
            return (scenes[copy.Range.Scene].Picture, copy.Range.From, copy.Range.Frames);
        var kind = piece is CutPiece.Joint joint ? joint.Kind.ToString() : "encode";
        var name = Digest.Of(["piece/1", form, kind, .. Ranges(piece).SelectMany(range => new object[] { scenes[range.Scene].Digest, range.From, range.Frames })]);
        var file = await folder.OnceAsync($"pieces/{name}.mp4", part => lab.EncodeAsync(piece, form, scene => scenes[scene].Clip, part, cancellation), cancellation);
        return (file, 0, piece.Frames);
    }

    private static IReadOnlyList<ClipRange> Ranges(CutPiece piece) => piece switch
    {
        CutPiece.Copy copy => [copy.Range],
        CutPiece.Joint joint => [joint.From, joint.To],
        CutPiece.Encode encode => encode.Ranges,
        _ => throw new InvalidOperationException(piece.ToString()),
    };
}
