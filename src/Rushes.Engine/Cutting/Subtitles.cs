using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Projects;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>The film's captions as files and as a track.</summary>
internal sealed class Subtitles
{
    private Subtitles(string subRip, string webVtt) => (SubRip, WebVtt) = (subRip, webVtt);

    /// <summary>Empty when nothing is said.</summary>
    public string SubRip { get; }

    public string WebVtt { get; }

    public static Subtitles Of(CutOrder order, Timeline timeline)
    {
        var cues = order.Scenes.Zip(timeline.Scenes).SelectMany(scene =>
        {
            var start = timeline.Rate.Seconds(scene.Second.Start);
            return scene.First.Captions.Select(cue => cue with { Start = start + cue.Start, End = start + cue.End });
        });
        var pages = SubtitleWriter.Pages(cues, timeline.Seconds);
        return pages.Count == 0 ? new("", "") : new(SubtitleWriter.SubRip(pages), SubtitleWriter.WebVtt(pages));
    }

    /// <summary>Writes <c>subtitles.srt</c> and <c>subtitles.vtt</c> into the project; nothing that is there already as it should be.</summary>
    public async Task<(string? SubRip, string? WebVtt)> WriteAsync(CutOrder order, CancellationToken cancellation)
    {
        var (subRip, webVtt) = (Path.Combine(order.Project, "subtitles.srt"), Path.Combine(order.Project, "subtitles.vtt"));
        if (order.FilmOnly)
            return (null, null);
        if (SubRip.Length == 0)
        {
            // Those of an earlier cut would be wrong now.
            File.Delete(subRip);
            File.Delete(webVtt);
            return (null, null);
        }

        await WriteAsync(subRip, SubRip, cancellation);
        await WriteAsync(webVtt, WebVtt, cancellation);
        return (subRip, webVtt);
    }

    /// <summary>A file for the subtitle track; null when nothing is said.</summary>
    public string? Track(CutFolder folder)
    {
        if (SubRip.Length == 0)
            return null;
        var path = folder.PathOf("track.srt");
        Directory.CreateDirectory(folder.Root);
        File.WriteAllText(path, SubRip);
        return path;
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellation) == text)
            return;
        await HalfFile.MakeAsync(path, half => File.WriteAllTextAsync(half, text, cancellation));
    }
}
