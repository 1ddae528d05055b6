using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making.Models;

/// <summary>Reckons what a film costs before it is spent: clips, voices, and whoever writes and translates.</summary>
public sealed class FilmPricing(ModelCasting casting, SpeechDirector voices, Scripting scripting, PromptRoom prompts, Catalogue catalogue)
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
            Translation = await TranslationAsync(cast.Providers, brief, script, AllOf(script), cancellation),
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
        if (await scripting.ForecastAsync(settled, casting.LimitsOf(cast, settled), 0, cancellation) is not { } forecast)
            return null;
        var madeUp = MadeUp(settled, forecast.Seconds, forecast.Shown);
        return casting.Estimate(cast, settled, forecast.Seconds, settled.Copies) with
        {
            Voices = await voices.PriceAsync(madeUp.SpokenIn(settled.Manner), settled.Voice, null, cancellation),
            Translation = await TranslationAsync(cast.Providers, settled, madeUp, AllOf(madeUp), cancellation),
            Writing = forecast.Cost,
            IsGuess = true,
        };
    }

    /// <summary>Scripts alone that a language model is yet to write.</summary>
    /// <param name="brief">Checked here.</param>
    /// <param name="variants">Which of them: 0 is the script itself.</param>
    /// <exception cref="Film.MistakeException">The brief breaks a rule.</exception>
    public async Task<CostEstimate> OfScriptsAsync(Cast cast, Brief brief, IReadOnlyList<int> variants, CancellationToken cancellation)
    {
        var settled = scripting.Settle(brief);
        var limits = casting.LimitsOf(cast, settled);
        var shares = new List<CostShare>();
        foreach (var variant in variants)
        {
            if (await scripting.ForecastAsync(settled, limits, variant, cancellation) is { } forecast)
                shares.Add(forecast.Cost);
        }

        return new(0, CostShare.Nothing, CostShare.Nothing, CostShare.Sum(shares)) { IsGuess = true };
    }

    /// <summary>One scene that a language model is to write anew.</summary>
    /// <param name="scene">Counted from 1.</param>
    public async Task<CostEstimate> OfSceneAsync(Cast cast, Brief brief, Script script, int scene, CancellationToken cancellation) =>
        new(0, CostShare.Nothing, CostShare.Nothing, await scripting.PriceAsync(brief, script, scene, casting.LimitsOf(cast, brief), cancellation)) { IsGuess = true };

    /// <summary>Further takes of a film that is begun: what is left to pay is clips, and prompts that nobody has translated yet.</summary>
    /// <param name="filming">Providers that may film them.</param>
    /// <param name="scenes">Numbers of their scenes.</param>
    /// <param name="copies">Takes a scene.</param>
    public async Task<CostEstimate> OfTakesAsync(
        IReadOnlyList<string> filming, Brief brief, Script script, IReadOnlyList<int> scenes, int copies, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(scenes);
        return casting.Estimate(filming, brief, [.. scenes.Select(scene => script.Scenes[scene - 1].Duration)], copies) with
        {
            Translation = await TranslationAsync(filming, brief, script, scenes, cancellation),
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
        !casting.Estimate(cast, brief, [1], 1).IsFree
        || prompts.NeedsTranslation(cast.Providers, brief.Model, BriefRules.LanguageOf(brief))
        || await voices.ChargesAsync(BriefRules.LanguageOf(brief), cancellation);

    private Task<CostShare> TranslationAsync(IReadOnlyList<string> filming, Brief brief, Script script, IReadOnlyList<int> scenes, CancellationToken cancellation) =>
        prompts.PriceAsync(script, scenes, brief.Pictures, filming, brief.Model, cancellation);

    private static int[] AllOf(Script script) => [.. Enumerable.Range(1, script.Scenes.Count)];

    /// <summary>A script that says as much as its seconds hold.</summary>
    /// <param name="shown">Characters that tell what a scene shows.</param>
    private Script MadeUp(Brief brief, IReadOnlyList<double> seconds, int shown)
    {
        var language = BriefRules.LanguageOf(brief);
        var facts = catalogue.Language(language);
        return new()
        {
            Title = brief.Idea,
            Language = language,
            Scenes = [.. seconds.Select((length, index) => new Scene { Prompt = Shown(index), Duration = length, Narration = Said((int)Math.Ceiling(length * facts.Rate), index) })],
        };

        // No two scenes say or show the same: equal lines are spoken, equal prompts translated once.
        string Shown(int index) => string.Create(CultureInfo.InvariantCulture, $"{index} {string.Join(' ', Enumerable.Repeat(Word, shown / (Word.Length + 1)))}");

        string Said(int units, int index) => facts.Unit == SpeechUnit.Letter
            ? string.Create(CultureInfo.InvariantCulture, $"{index}{new string('a', units)}")
            : string.Create(CultureInfo.InvariantCulture, $"{index} {string.Join(' ', Enumerable.Repeat(Word, units))}");
    }
}
