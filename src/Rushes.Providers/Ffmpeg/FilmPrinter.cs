using System.Globalization;
using System.Text;
using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Projects;
using Rushes.Film.Scenes;
using Rushes.Providers.Ffmpeg.Mp4;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Puts picture, sound, subtitles, chapters and notes of origin into one file, looks at it, and only then gives it its name.</summary>
public sealed class FilmPrinter(MediaPrograms programs, FontFolder fonts) : IFilmPrinter
{
    public async Task<string?> PrintAsync(PrintOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var papers = new Papers();
        var notes = papers.Write("notes.txt", Notes(order));
        var part = HalfFile.Beside(order.File);
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        try
        {
            (await programs.FfmpegAsync(new MediaCall { Arguments = Arguments(order, notes, part) }, cancellation)).OrThrow("printing the film");
            if (order.SourceType is { } type)
                await ProvenanceBox.AppendAsync(part, type, order.Title, cancellation);
            if (await FilmCheck.FaultAsync(part, order, programs, cancellation) is { } fault)
                return fault;
            File.Move(part, order.File, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(part);
        }
    }

    public async Task PaintAsync(FrameSize size, byte[] rgb, string texts, string file, CancellationToken cancellation)
    {
        using var papers = new Papers();
        var call = new MediaCall
        {
            Arguments =
            [
                "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", size.ToString(), "-i", "pipe:0",
                "-vf", papers.WriteLetters(texts, fonts),
                "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1", file,
            ],
            Feed = async (input, stop) => await input.WriteAsync(rgb, stop),
        };
        (await programs.FfmpegAsync(call, cancellation)).OrThrow("painting the contact sheet");
    }

    private static IReadOnlyList<string> Arguments(PrintOrder order, string notes, string part)
    {
        string[] subtitles = order.Subtitles is null ? [] : ["-i", order.Subtitles];
        string[] track = order.Subtitles is null
            ? []
            : ["-map", "3:s:0", "-c:s", "mov_text", "-metadata:s:s:0", $"language={Languages.ThreeLetters(order.Language)}", "-disposition:s:0", "default"];
        return
        [
            "-i", order.Picture, "-i", order.Sound, "-f", "ffmetadata", "-i", notes, .. subtitles,
            "-map", "0:v:0", "-map", "1:a:0", .. track, "-map_metadata", "2", "-map_chapters", "2",
            "-metadata:s:a:0", $"language={Languages.ThreeLetters(order.Language)}",
            "-c:v", "copy", "-c:a", "copy", "-video_track_timescale", order.Form.Timescale.ToString(CultureInfo.InvariantCulture),
            "-movflags", "+faststart", "-f", "mp4", part,
        ];
    }

    /// <summary>Title, comment and chapters in ffmpeg's own format.</summary>
    private static string Notes(PrintOrder order)
    {
        var notes = new StringBuilder(";FFMETADATA1\n");
        notes.Append(CultureInfo.InvariantCulture, $"title={Escape(order.Title)}\ncomment={Escape(order.Comment)}\n");
        for (var index = 0; index < order.Chapters.Count; index++)
        {
            var end = index + 1 < order.Chapters.Count ? order.Chapters[index + 1].Start : order.Frames;
            notes.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/{order.Form.Rate.PerSecond}\nSTART={order.Chapters[index].Start}\nEND={end}\ntitle={Escape(order.Chapters[index].Title)}\n");
        }

        return notes.ToString();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.Where(character => character is '\n' || !char.IsControl(character)))
        {
            if (character is '=' or ';' or '#' or '\\' or '\n')
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
