using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;

namespace Rushes.Studio.Api.Answers;

/// <summary>A model that films.</summary>
/// <param name="Lengths">Seconds of its clips; empty: any from shortest to longest.</param>
/// <param name="Warning">It ended, or ends soon.</param>
internal sealed record ModelSheet(
    string Id,
    string Provider,
    string Name,
    bool Default,
    IReadOnlyList<double> Lengths,
    double Shortest,
    double Longest,
    IReadOnlyList<string> Aspects,
    IReadOnlyList<string> Resolutions,
    bool FromText,
    bool FirstFrame,
    bool LastFrame,
    int References,
    int? PromptLimit,
    bool BringsSound,
    IReadOnlyList<string> Upscales,
    IReadOnlyList<ModelPrice> Prices,
    DateOnly CheckedOn,
    DateOnly? ShutsDown,
    string? Warning)
{
    public static ModelSheet Of(VideoModel model, DateOnly today) => new(
        model.Id,
        model.Provider,
        model.Name.ToString(),
        model.Default,
        model.Lengths,
        model.Clips.Shortest,
        model.Clips.Longest,
        model.Aspects,
        model.Resolutions,
        model.FromText,
        model.FirstFrame,
        model.LastFrame,
        model.References,
        model.PromptLimit,
        model.BringsSound,
        model.Upscales,
        model.Prices,
        model.CheckedOn,
        model.ShutsDown,
        ModelRules.End(model, today) is { } end ? Sentence.Of(end) : null);
}
