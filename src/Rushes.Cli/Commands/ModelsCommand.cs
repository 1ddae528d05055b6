using System.CommandLine;
using System.Globalization;
using Rushes.Cli.Servers;
using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;
using Rushes.Film.Scenes;

namespace Rushes.Cli.Commands;

/// <summary>The models, what they can film, and what that costs.</summary>
internal static class ModelsCommand
{
    private static readonly FrameSize FullHd = new(1920, 1080);

    public static Command Create(CommandRunner run)
    {
        var command = new Command("models", Sentence.Of("cli.cmd-models"));
        run.Serve(command, session =>
        {
            var today = DateOnly.FromDateTime(session.Get<TimeProvider>().GetUtcNow().UtcDateTime);
            var models = session.Get<ModelBook>().All;
            session.Answer(new { models = models.Select(model => Facts(model, today)) }, models.SelectMany(model => Lines(model, today)));
            return Task.FromResult(ExitCode.Done);
        }, ServerList.Of("models", static model => $"{model["provider"]}  {model["id"]}{((bool)model["default"]! ? " *" : "")}  {model["name"]}"));
        return command;
    }

    private static object Facts(VideoModel model, DateOnly today) => new
    {
        model.Id,
        model.Provider,
        Name = model.Name.ToString(),
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
        model.PromptLanguages,
        model.NegativePrompt,
        model.TakesSeed,
        model.BringsSound,
        model.Upscales,
        model.Prices,
        PricePerSecond = model.PricePerSecond(model.ResolutionFor(FullHd)),
        model.CheckedOn,
        model.ShutsDown,
        Ended = ModelRules.Ended(model, today) is not null,
        Warning = ModelRules.End(model, today) is { } end ? Sentence.Of(end) : null,
    };

    private static IEnumerable<string> Lines(VideoModel model, DateOnly today)
    {
        yield return $"{model.Provider}  {model.Id}{(model.Default ? " *" : "")}  {model.Name}";
        yield return "    " + string.Join(" · ", Abilities(model));
        yield return $"    {Price(model)} · {Sentence.Of("data.checked-on", model.CheckedOn)}";
        if (ModelRules.End(model, today) is { } end)
            yield return "    " + Sentence.Of(end);
    }

    private static IEnumerable<string> Abilities(VideoModel model)
    {
        yield return $"{ModelRules.Lengths(model)} s";
        yield return string.Join(' ', model.Aspects);
        if (model.Resolutions.Count > 0)
            yield return string.Join(' ', model.Resolutions);
        if (model.FirstFrame)
            yield return Sentence.Of(model.LastFrame ? "models.first-and-last" : model.FromText ? "models.first" : "models.first-only");
        if (model.References > 0)
            yield return Sentence.Of("models.references", model.References);
        if (model.BringsSound)
            yield return Sentence.Of("models.sound");
        if (model.Upscales.Count > 0)
            yield return Sentence.Of("models.upscales", string.Join(' ', model.Upscales));
        if (model.PromptLimit is { } limit)
            yield return Sentence.Of("models.limit", limit);
        if (model.PromptLanguages.Count > 0)
            yield return Sentence.Of("models.languages", string.Join(' ', model.PromptLanguages));
    }

    private static string Price(VideoModel model) => model.Prices switch
    {
        [] => Sentence.Of("data.price-unknown"),
        [{ PerSecond: 0 }] => Sentence.Of("film.free"),
        var prices => string.Join(", ", prices.Select(price =>
            string.Create(CultureInfo.InvariantCulture, $"{price.PerSecond:0.###} {price.Currency}/s {price.Resolution}").TrimEnd() + (price.Upscaling ? " ↑" : ""))),
    };
}
