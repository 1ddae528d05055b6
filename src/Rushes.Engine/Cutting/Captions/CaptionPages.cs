using Rushes.Engine.Voices;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>Turns cues into pages that can be read: a long cue becomes several, which share its time by their length.</summary>
internal static class CaptionPages
{
    /// <summary>Least seconds between a page's end and the next one's start: the eye notices the change.</summary>
    private const double Gap = 2 / 30.0;

    /// <summary>Comfortable reading, in characters a second.</summary>
    private const double ReadingSpeed = 17;

    private const double Least = 1;

    /// <param name="clean">Makes a cue's text fit to be shown.</param>
    /// <param name="end">No page ends later than this; null is no limit.</param>
    public static IReadOnlyList<CaptionPage> Of(IEnumerable<CaptionCue> cues, LineWrap wrap, Func<string, string> clean, double? end = null)
    {
        var pages = new List<CaptionPage>();
        foreach (var cue in cues.Where(cue => cue.End > cue.Start).OrderBy(cue => cue.Start))
            pages.AddRange(Split(cue, wrap.Pages(clean(cue.Text)), clean));
        return [.. pages.Select((page, index) => Stretch(page, index + 1 < pages.Count ? pages[index + 1].Start : double.MaxValue, end))];
    }

    private static IEnumerable<CaptionPage> Split(CaptionCue cue, IReadOnlyList<IReadOnlyList<string>> parts, Func<string, string> clean)
    {
        var speaker = cue.Speaker is { } name && clean(name) is { Length: > 0 } shown ? shown : null;
        double Weight(IReadOnlyList<string> lines) => lines.Sum(line => line.Length) + 4;
        var total = parts.Sum(Weight);
        var at = cue.Start;
        foreach (var lines in parts)
        {
            var until = at + (cue.End - cue.Start) * Weight(lines) / total;
            yield return new CaptionPage(at, until, speaker, lines);
            at = until;
        }
    }

    /// <summary>A page that would vanish before it can be read stays, until the next one comes.</summary>
    private static CaptionPage Stretch(CaptionPage page, double next, double? end)
    {
        var wanted = page.Start + Math.Max(Least, page.Text.Length / ReadingSpeed);
        var latest = Math.Min(end ?? double.MaxValue, next > page.End + Gap ? next - Gap : next);
        return page with { End = Math.Max(page.Start + 0.04, Math.Min(latest, Math.Max(page.End, wanted))) };
    }
}
