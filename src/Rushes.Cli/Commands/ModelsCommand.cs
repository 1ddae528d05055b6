using System.CommandLine;
using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>The models, what they can film, and what that costs.</summary>
internal static class ModelsCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("models", Sentence.Of("cli.cmd-models"));
        run.Serve(command, session =>
        {
            var models = session.Get<ModelBook>().All;
            session.Answer(new { models }, models.Select(Describe));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string Describe(VideoModel model)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var price = model.Prices switch
        {
            [] => Sentence.Of("data.price-unknown"),
            [{ PerSecond: 0 }] => Sentence.Of("film.free"),
            var prices => string.Join(", ", prices.Select(price =>
                string.Create(CultureInfo.InvariantCulture, $"{price.PerSecond:0.###} {price.Currency}/s {price.Resolution}").TrimEnd())),
        };
        return $"{model.Provider}  {model.Id}  {model.Name.In(language)} · {string.Join(' ', model.Aspects)} · {price} · {Sentence.Of("data.checked-on", model.CheckedOn)}";
    }
}
