using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making.Models;

/// <summary>Reckons what a film costs before it is spent: clips, voices and whoever writes.</summary>
public sealed class FilmPricing(ModelCasting casting, SpeechDirector voices, Scripting scripting, Catalogue catalogue)
{
    // A word of a language that has words, as long as words are.
    private const string Word = "aaaaa";

    /// <summary>A film whose script is there.</summary>
    /// <param name="brief">Settled.</param>
    /// <param name="isNew">The script was written for this; otherwise nothing is asked for it.</param>
    public async Task<CostEstimate> OfAsync(Cast cast, Brief brief, Script script, bool isNew, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(script);
        return casting.Estimate(cast, brief, [.. script.Scenes.Select(scene => scene.Duration)], brief.Copies) with
        {
            Voices = await voices.PriceAsync(script.SpokenIn(brief.Manner), brief.Voice, null, cancellation),
            Writing = isNew && script.WrittenBy is { } authorship ? CostShare.Of(authorship.Cost, authorship.Currency, authorship.Writer) : CostShare.Nothing,
        };
    }

    /// <summary>A film whose script a language model is yet to write: an estimate from its plan, with voices that talk all the time.</summary>
    /// <param name="brief">Checked here.</param>
    /// <returns>Null when the script is written for nothing.</returns>
    /// <exception cref="Film.MistakeException">The brief breaks a rule.</exception>
    public async Task<CostEstimate?> ForecastAsync(Cast cast, Brief brief, CancellationToken cancellation)
    {
        var settled = scripting.Settle(brief);
        if (await scripting.ForecastAsync(settled, casting.LengthsOf(cast, settled), cancellation) is not { } forecast)
            return null;
        return casting.Estimate(cast, settled, forecast.Seconds, settled.Copies) with
        {
            Voices = await voices.PriceAsync(Talking(settled, forecast.Seconds).SpokenIn(settled.Manner), settled.Voice, null, cancellation),
            Writing = forecast.Cost,
            IsGuess = true,
        };
    }

    /// <summary>The lines of a project that nobody has spoken yet.</summary>
    public Task<CostShare> VoicesAsync(Project project, Script script, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(script);
        return voices.PriceAsync(script.SpokenIn(project.Brief.Manner), project.Brief.Voice, project.Lines, cancellation);
    }

    /// <summary>Whether somebody may ask for money for a film of this brief besides its writer.</summary>
    public async Task<bool> ChargesAsync(Cast cast, Brief brief, CancellationToken cancellation) =>
        !casting.Estimate(cast, brief, [1], 1).IsFree || await voices.ChargesAsync(BriefRules.LanguageOf(brief), cancellation);

    /// <summary>A script that says as much as its seconds hold.</summary>
    private Script Talking(Brief brief, IReadOnlyList<double> seconds)
    {
        var language = BriefRules.LanguageOf(brief);
        var facts = catalogue.Language(language);
        return new()
        {
            Title = brief.Idea,
            Language = language,
            Scenes = [.. seconds.Select((length, index) => new Scene { Prompt = "", Duration = length, Narration = Said((int)Math.Ceiling(length * facts.Rate), index) })],
        };

        // No two scenes say the same: equal lines are spoken once.
        string Said(int units, int index) => facts.Unit == SpeechUnit.Letter
            ? string.Create(CultureInfo.InvariantCulture, $"{index}{new string('a', units)}")
            : string.Create(CultureInfo.InvariantCulture, $"{index} {string.Join(' ', Enumerable.Repeat(Word, units))}");
    }
}
