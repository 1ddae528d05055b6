using System.Globalization;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Variants;

namespace Rushes.Cli.Commands;

/// <summary>A script among others of the same idea.</summary>
/// <param name="Earned">What it really earned; null while nobody has entered it.</param>
internal sealed record Variant(string File, ScriptScore Score, Earned? Earned)
{
    private const int Label = 24;

    /// <summary>A column for each: its score part by part and what it earned; then what earned each its score.</summary>
    public static IEnumerable<string> SideBySide(IReadOnlyList<Variant> variants)
    {
        var width = Math.Max(10, variants.Max(one => Path.GetFileName(one.File).Length) + 2);
        string Row(string label, IEnumerable<string> cells) => label.PadRight(Label) + string.Concat(cells.Select(cell => cell.PadLeft(width)));
        yield return Row("", variants.Select(one => Path.GetFileName(one.File)));
        yield return Row(Sentence.Of("script.score"), variants.Select(one => one.Score.Value.ToString("0.00", CultureInfo.CurrentCulture)));
        foreach (var kind in variants.SelectMany(one => one.Score.Parts.Select(part => part.Kind)).Distinct())
            yield return Row($"  {Sentence.Of($"script.score-{kind}")}", variants.Select(one => PartOf(one, kind)));
        if (variants.Any(one => one.Earned is not null))
        {
            yield return Row(Sentence.Of("script.earned-views"), variants.Select(one => one.Earned?.Views?.ToString("N0", CultureInfo.CurrentCulture) ?? "-"));
            yield return Row(Sentence.Of("script.earned-retention"), variants.Select(one => one.Earned?.Retention?.ToString("P0", CultureInfo.CurrentCulture) ?? "-"));
            yield return Row(Sentence.Of("script.earned-sales"), variants.Select(one => one.Earned?.Sales?.ToString("N0", CultureInfo.CurrentCulture) ?? "-"));
        }

        foreach (var one in variants)
        {
            yield return "";
            yield return one.File;
            foreach (var reason in one.Score.Reasons)
                yield return $"  {reason}";
        }
    }

    private static string PartOf(Variant one, string kind) =>
        one.Score.Parts.FirstOrDefault(part => part.Kind == kind) is { } part ? Math.Round(part.Value * 100).ToString(CultureInfo.CurrentCulture) : "-";
}
