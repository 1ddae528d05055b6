using System.Globalization;
using System.Text;
using Rushes.Engine.Voices;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>Writes captions as the subtitle files that platforms take: at most two lines of about 42 characters.</summary>
public static class SubtitleWriter
{
    private const int Characters = 42;

    // A word joiner has no width and keeps players from reading a tag.
    private const string Joiner = "\u2060";

    /// <summary>Pages of two lines, counted in characters; wide characters of East Asia count twice.</summary>
    /// <param name="end">Seconds at which the film ends.</param>
    public static IReadOnlyList<CaptionPage> Pages(IEnumerable<CaptionCue> cues, double end) =>
        CaptionPages.Of(cues, new LineWrap(Width, Characters, 2), CaptionText.Clean, end);

    /// <summary>The SubRip format (<c>.srt</c>). The speaker's name stands before the text where the speaker changes.</summary>
    public static string SubRip(IReadOnlyList<CaptionPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var text = new StringBuilder();
        string? speaker = null;
        for (var index = 0; index < pages.Count; index++)
        {
            var page = pages[index];
            var name = page.Speaker is { } who && who != speaker ? $"{Untagged(who)}: " : "";
            speaker = page.Speaker;
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Time(page.Start, ',')} --> {Time(page.End, ',')}\n{name}{string.Join('\n', page.Lines.Select(Untagged))}\n\n");
        }

        return text.ToString();
    }

    /// <summary>The WebVTT format (<c>.vtt</c>) with the speaker as a voice.</summary>
    public static string WebVtt(IReadOnlyList<CaptionPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var page in pages)
        {
            var voice = page.Speaker is { } speaker ? $"<v {Reference(speaker)}>" : "";
            text.Append(CultureInfo.InvariantCulture, $"{Time(page.Start, '.')} --> {Time(page.End, '.')}\n{voice}{string.Join('\n', page.Lines.Select(Reference))}\n\n");
        }

        return text.ToString();
    }

    private static double Width(string text) =>
        text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? 0 : rune.Value is >= 0x1100 and <= 0xFFDC and (<= 0x11FF or >= 0x2E80) ? 2 : 1);

    private static string Untagged(string text) =>
        text.Replace("<", "<" + Joiner, StringComparison.Ordinal).Replace("{", "{" + Joiner, StringComparison.Ordinal).Replace("-->", "→", StringComparison.Ordinal);

    private static string Reference(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Time(double seconds, char mark)
    {
        var thousandths = (long)Math.Round(Math.Max(0, seconds) * 1000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{thousandths / 3_600_000:00}:{thousandths / 60_000 % 60:00}:{thousandths / 1000 % 60:00}{mark}{thousandths % 1000:000}");
    }
}
