using System.Globalization;
using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Film;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;
using Rushes.Providers.Ffmpeg.Mp4;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Decodes and codes pictures with ffmpeg; copies coded frames by itself.</summary>
public sealed class PictureLab(MediaPrograms programs, FontFolder fonts) : IPictureLab
{
    private readonly MediaProbe _probe = new(programs);

    public ClipFrames? ReadNormal(string clip, FilmForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return VideoTrack.Read(clip) is { Configuration.Length: > 0 } track
            && track.Width == form.Size.Width && track.Height == form.Size.Height
            && track.Timescale == form.Timescale && (track.EvenTicks ?? (track.Frames == 1 ? FilmForm.FrameTicks : 0)) == FilmForm.FrameTicks
            ? new ClipFrames(track.Frames, track.Keys)
            : null;
    }

    public async Task<Footage> LookAsync(string clip, CancellationToken cancellation)
    {
        if (!File.Exists(clip))
            throw Mistake.Input("cut.merge-missing", clip, clip).AsException();
        var (footage, fault) = await _probe.LookAsync(clip, cancellation);
        return footage ?? throw Mistake.Input("cut.clip-unusable", clip, clip, fault!.Words).AsException();
    }

    public Task<string?> DamageAsync(string clip, CancellationToken cancellation) => _probe.DamageAsync(clip, cancellation);

    public async Task<string?> DevelopAsync(Development development, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(development);
        using var papers = new Papers();
        var captions = development.Captions is { Pages.Count: > 0 } sheet ? papers.WriteLetters(AssWriter.Film(sheet), fonts) : null;

        // First as strictly as can be; what is damaged is developed all the same, and said.
        var strict = await DevelopAsync(development, captions, ["-xerror", "-err_detect", "explode"], cancellation);
        if (strict.Succeeded)
            return null;
        (await DevelopAsync(development, captions, ["-err_detect", "ignore_err"], cancellation)).OrThrow("developing a clip");
        return MediaProbe.FirstLine(strict.Complaint);
    }

    public async Task DrawCardAsync(FilmForm form, int frames, string texts, string file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var papers = new Papers();
        string[] arguments =
        [
            "-f", "lavfi", "-i", $"color=c=0x1a1622:s={form.Size}:r={Number(form.Rate.PerSecond)}",
            "-vf", $"{papers.WriteLetters(texts, fonts)},format=yuv420p,setsar=1", .. FilmCodec.Arguments(form, frames), file,
        ];
        (await CodeAsync(arguments, cancellation)).OrThrow("drawing a card");
    }

    public async Task EncodeAsync(CutPiece piece, FilmForm form, Func<int, (string File, int Frames)> clip, string file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(clip);
        (await CodeAsync([.. PieceGraph.Arguments(piece, form, clip), .. FilmCodec.Arguments(form, piece.Frames), file], cancellation)).OrThrow("coding a piece");
    }

    public async Task<bool> SpliceAsync(FilmForm form, IReadOnlyList<(string File, int From, int Frames)> pieces, string file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var tracks = pieces.Select(piece => piece.File).Distinct(StringComparer.Ordinal).ToDictionary(path => path, VideoTrack.Read, StringComparer.Ordinal);
        if (tracks.Values.Any(track => track is null))
            return false;
        var stretches = pieces.Select(piece => new SplicePiece(tracks[piece.File]!, piece.From, piece.Frames)).ToList();
        if (!Splice.FitTogether(stretches) || !stretches.All(stretch => stretch.StandsAlone()))
            return false;
        await Splice.WriteAsync(file, form, stretches, cancellation);
        return true;
    }

    public async Task<byte[]> StillAsync(string clip, double seconds, FrameSize size, CancellationToken cancellation)
    {
        var scale = string.Create(CultureInfo.InvariantCulture, $"scale={size.Width}:{size.Height}:flags=area");
        var (rows, result) = await RowsAsync(["-threads", "1", "-ss", Number(seconds), "-i", clip], scale, size, cancellation);
        return rows ?? throw new MediaException("taking a still", result.OrThrow("taking a still").Complaint);
    }

    public async Task<byte[]?> PhotoAsync(string photo, FrameSize size, CancellationToken cancellation)
    {
        // Small, blurred and enlarged again: a wide blur for little work.
        var (width, height) = (size.Width, size.Height);
        var filter = string.Create(CultureInfo.InvariantCulture, $"split[a][b];[a]scale={width / 8}:{height / 8}:force_original_aspect_ratio=increase,crop={width / 8}:{height / 8},gblur=sigma=6,scale={width}:{height}[under];[b]scale={width * 9 / 10}:{height * 6 / 10}:force_original_aspect_ratio=decrease[whole];[under][whole]overlay=(W-w)/2:H*0.08,format=rgb24");
        var (rows, result) = await RowsAsync(["-i", photo], filter, size, cancellation);
        return result.Succeeded ? rows : null;
    }

    /// <returns>No rows where the program gave fewer than a whole picture.</returns>
    private async Task<(byte[]? Rows, MediaResult Result)> RowsAsync(string[] input, string filter, FrameSize size, CancellationToken cancellation)
    {
        var rgb = new byte[size.Width * size.Height * 3];
        var read = 0;
        var call = new MediaCall
        {
            Arguments = [.. input, "-frames:v", "1", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"],
            Read = async (picture, stop) => read = await picture.ReadAtLeastAsync(rgb, rgb.Length, throwOnEndOfStream: false, stop),
        };
        var result = await programs.FfmpegAsync(call, cancellation);
        return (read == rgb.Length ? rgb : null, result);
    }

    public async Task PosterAsync(string clip, double seconds, int width, string file, CancellationToken cancellation)
    {
        var scale = string.Create(CultureInfo.InvariantCulture, $"scale={width}:-2:flags=area");
        (await programs.FfmpegAsync(
            new MediaCall { Arguments = ["-ss", Number(seconds), "-i", clip, "-frames:v", "1", "-vf", scale, "-q:v", "4", "-f", "mjpeg", file] },
            cancellation)).OrThrow("taking a poster");
    }

    internal static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private Task<MediaResult> DevelopAsync(Development development, string? captions, string[] strictness, CancellationToken cancellation)
    {
        var graph = Framing.Graph(development.Footage, development.Form) + (captions is null ? "" : $",{captions}") + ",format=yuv420p,setsar=1[v]";
        var seconds = Number(development.Form.Rate.Seconds(development.Frames));
        string[] sound = development.Sound is null
            ? []
            : ["-map", "0:a:0", "-af", "aresample=48000:async=1:first_pts=0", "-ac", "2", "-c:a", "pcm_s16le", "-t", seconds, "-f", "s16le", development.Sound];
        return CodeAsync(
            [
                .. strictness, "-i", development.Clip, "-filter_complex", graph, "-map", "[v]",
                .. FilmCodec.Arguments(development.Form, development.Frames, development.Keys), development.Picture, .. sound,
            ],
            cancellation);
    }

    private async Task<MediaResult> CodeAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        await programs.Encodes.WaitAsync(cancellation);
        try
        {
            return await programs.FfmpegAsync(new MediaCall { Arguments = arguments }, cancellation);
        }
        finally
        {
            programs.Encodes.Release();
        }
    }
}
