using Rushes.Engine.Making;
using Rushes.Studio.Api.Papers;

namespace Rushes.Studio.Api.Answers;

/// <summary>What a film would take; nothing was made.</summary>
/// <param name="Size">Pixels of the film, such as 1080x1920.</param>
/// <param name="Providers">Who would film.</param>
/// <param name="Warnings">What a person should look at.</param>
/// <param name="Script">The script, as script.json has it: sent back with the film's request, it is the one that is filmed.</param>
internal sealed record PlanSheet(
    string Title,
    double Duration,
    IReadOnlyList<PlanSheet.SceneLine> Scenes,
    int Takes,
    string Size,
    IReadOnlyList<string> Providers,
    IReadOnlyList<string> Warnings,
    PlanSheet.CostLine Cost,
    ScriptPaper Script)
{
    public static PlanSheet Of(FilmPlan plan) => new(
        plan.Script.Title,
        plan.Script.Duration,
        [.. plan.Script.Scenes.Select((scene, index) => new SceneLine(index + 1, scene.Duration, scene.CameraShot, scene.Prompt))],
        plan.Cost.Takes,
        plan.Size.ToString(),
        plan.Providers,
        plan.Warnings,
        new(
            plan.Cost.Amount, plan.Cost.Currency, plan.Cost.IsFree, plan.Cost.Clips.Amount, plan.Cost.Voices.Amount, plan.Cost.Writing.Amount, plan.Cost.Translation.Amount,
            plan.Cost.Unknown),
        ScriptPaper.Of(plan.Script));

    internal sealed record SceneLine(int Scene, double Duration, string? CameraShot, string Prompt);

    /// <param name="Estimated">At most, by the prices that are known; null: some price is unknown.</param>
    /// <param name="Free">Nobody asks for money.</param>
    /// <param name="Clips">Null: unknown, as with the others.</param>
    /// <param name="Voices">Of the lines that were not spoken and paid for before.</param>
    /// <param name="Writing">What a language model asked for the script below; it is spent, and the same request is not charged again.</param>
    /// <param name="Translation">Of prompts into a language that whoever films understands.</param>
    /// <param name="Unknown">Models whose price is not known.</param>
    internal sealed record CostLine(
        decimal? Estimated, string Currency, bool Free, decimal? Clips, decimal? Voices, decimal? Writing, decimal? Translation,
        IReadOnlyList<string> Unknown);
}
