using System.Globalization;
using System.Text.RegularExpressions;

namespace Rushes.Integration.EndToEnd;

/// <summary>Reads .srt and .vtt as a player would.</summary>
internal static partial class SubtitleFile
{
    public static IReadOnlyList<(double Start, double End, string Text)> ReadSrt(string file)
    {
        var blocks = Blocks(File.ReadAllText(file));
        Assert.Equal(Enumerable.Range(1, blocks.Count), blocks.Select(block => int.Parse(block[0], CultureInfo.InvariantCulture)));
        return [.. blocks.Select(block => Cue(block[1], ',', block[2..]))];
    }

    public static IReadOnlyList<(double Start, double End, string Text)> ReadVtt(string file)
    {
        var blocks = Blocks(File.ReadAllText(file));
        Assert.StartsWith("WEBVTT", blocks[0][0], StringComparison.Ordinal);
        return [.. blocks.Skip(1).Where(block => !block[0].StartsWith("NOTE", StringComparison.Ordinal)).Select(block =>
        {
            var time = block[0].Contains("-->", StringComparison.Ordinal) ? 0 : 1;
            return Cue(block[time], '.', block[(time + 1)..]);
        })];
    }

    private static List<string[]> Blocks(string text) =>
        [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n').Split('\n'))];

    private static (double Start, double End, string Text) Cue(string times, char point, string[] lines)
    {
        var match = Times().Match(times);
        Assert.True(match.Success, times);
        Assert.Equal(point, match.Groups["point"].Value[0]);
        return (Seconds(match, "s"), Seconds(match, "e"), string.Join('\n', lines));
    }

    private static double Seconds(Match match, string side)
    {
        double Part(string name) => match.Groups[side + name].Success ? int.Parse(match.Groups[side + name].Value, CultureInfo.InvariantCulture) : 0;
        return Part("h") * 3600 + Part("m") * 60 + Part("s") + Part("f") / 1000;
    }

    [GeneratedRegex(@"^((?<sh>\d+):)?(?<sm>\d\d):(?<ss>\d\d)(?<point>[,.])(?<sf>\d{3}) --> ((?<eh>\d+):)?(?<em>\d\d):(?<es>\d\d)[,.](?<ef>\d{3})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
