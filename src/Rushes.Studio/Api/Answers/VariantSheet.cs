using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.Variants;
using Rushes.Studio.Api.Papers;

namespace Rushes.Studio.Api.Answers;

/// <summary>A script among others of the same film.</summary>
/// <param name="Variant">0 is the film's own.</param>
/// <param name="Score">0 to 1, by rules of thumb.</param>
/// <param name="Reasons">What earned or lost it.</param>
/// <param name="Results">What it really earned; null while nobody has entered it.</param>
/// <param name="Script">As script.json has it.</param>
internal sealed record VariantSheet(
    int Variant, double Score, IReadOnlyList<VariantSheet.Part> Parts, IReadOnlyList<string> Reasons, VariantSheet.Earnings? Results, ScriptPaper Script)
{
    public static VariantSheet Of(ScriptVariant variant) => new(
        variant.Number,
        variant.Score.Value,
        [.. variant.Score.Parts.Select(Part.Of)],
        variant.Score.Reasons,
        variant.Earned is { } earned ? new(earned.Views, earned.Retention, earned.Sales) : null,
        ScriptPaper.Of(variant.Script));

    /// <param name="Kind">hook, arc, visuals, pacing, idea, call or trust.</param>
    /// <param name="Value">0 to 1.</param>
    /// <param name="Weight">Its share of the score.</param>
    internal sealed record Part(string Kind, double Value, double Weight)
    {
        public static Part Of(ScoredPart part) => new(part.Kind, part.Value, part.Weight);
    }

    /// <param name="Retention">Share of viewers still there after three seconds, 0 to 1.</param>
    internal sealed record Earnings(long? Views, double? Retention, long? Sales);
}
