using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making.Models;

/// <summary>Brings accounts and models together: who films, with which models, which lengths, at which price, and who cannot film what is asked.</summary>
public sealed class ModelCasting(ModelBook models, VideoProviders providers, Casting casting, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The accounts that a brief asks for; a model that only one provider has chooses that provider.</summary>
    /// <exception cref="MistakeException">There is no such provider, account or model, or the model was shut down.</exception>
    public async Task<Cast> ChooseAsync(Brief brief, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var provider = brief.Provider ?? (brief.Model is { } named ? ProviderOf(named) : null);
        var cast = await casting.ChooseAsync(provider, brief.Accounts, cancellation);
        foreach (var one in cast.Providers)
        {
            if (brief.Model is { } model && models.Find(one, model) is null)
                throw Mistake.Input("models.not-of-provider", "model", model, one, string.Join(", ", models.Of(one).Select(known => known.Id))).AsException();
        }

        return Standing(cast, brief);
    }

    /// <summary>What a script must keep to so that everyone in the cast can film it.</summary>
    public FilmingLimits LimitsOf(Cast cast, Brief brief)
    {
        var filming = ModelsOf(cast, brief);
        return new(ClipLengths.Common([.. filming.Select(model => model.Clips)]), filming.Select(PromptOf).DefaultIfEmpty(ScriptChecks.UsualPromptLimit).Min());
    }

    /// <summary>The cast without those whose model cannot film the script; each is told with its reason.</summary>
    /// <param name="tell">Hears who sits out.</param>
    /// <exception cref="MistakeException">Nobody is left; the reason of each is named.</exception>
    public Cast Suit(Cast cast, Brief brief, Script script, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(cast);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(tell);
        var scenes = SceneNeeds.Of(brief, script);
        var reasons = cast.Providers.ToDictionary(
            provider => provider,
            provider => models.Find(provider, brief.Model) is { } model ? scenes.Select(scene => ModelRules.Broken(model, scene, Today)).FirstOrDefault(broken => broken is not null) : null,
            StringComparer.Ordinal);
        return Without(cast, reasons, tell);
    }

    /// <summary>What a person should know of the models before they film: an end that is near, another aspect than the film's.</summary>
    public IReadOnlyList<string> Remarks(Cast cast, Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var remarks = new List<string>();
        foreach (var model in ModelsOf(cast, brief))
        {
            if (ModelRules.EndsSoon(model, Today) is { } end)
                remarks.Add(Sentence.Of(end));
            if (model.AspectFor(brief.Aspect) is var filmed && filmed != brief.Aspect.ToString())
                remarks.Add(Sentence.Of("models.cropped", model.Id, filmed, brief.Aspect));
            if (brief.Chain && !model.Chains)
                remarks.Add(Sentence.Of("models.no-chain", model.Id));
        }

        return remarks;
    }

    /// <summary>Whether scenes may start from the last frame of the one before: it is asked for, and somebody's model takes a first frame.</summary>
    public bool Chains(IReadOnlyList<string> filming, Brief brief)
    {
        ArgumentNullException.ThrowIfNull(filming);
        ArgumentNullException.ThrowIfNull(brief);
        return brief.Chain && filming.Any(provider => models.Find(provider, brief.Model)?.Chains == true);
    }

    /// <summary>What takes of these scenes would cost at most, whoever of the cast films them; clips alone.</summary>
    /// <param name="copies">Takes a scene.</param>
    public CostEstimate Estimate(Cast cast, Brief brief, IReadOnlyList<double> scenes, int copies)
    {
        ArgumentNullException.ThrowIfNull(cast);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(scenes);
        return Estimate(cast.Providers, brief, scenes, copies);
    }

    /// <inheritdoc cref="Estimate(Cast, Brief, IReadOnlyList{double}, int)"/>
    public CostEstimate Estimate(IReadOnlyList<string> filming, Brief brief, IReadOnlyList<double> scenes, int copies)
    {
        ArgumentNullException.ThrowIfNull(filming);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(scenes);
        var unknown = new List<string>();
        decimal most = 0;
        foreach (var provider in filming.Where(provider => providers.Find(provider)?.Traits.IsLocal != true))
        {
            var model = models.Find(provider, brief.Model);
            var costs = scenes.Select(scene => model?.CostOf(scene, OrderWriter.SizeOf(brief)) is { } filmed ? filmed.Amount + UpscalingOf(model, brief, scene) : null).ToList();
            if (costs.Contains(null))
                unknown.Add(model?.Id ?? provider);
            else
                most = Math.Max(most, costs.Sum(cost => cost!.Value) * copies);
        }

        return new(scenes.Count * copies, new(unknown.Count > 0 ? null : most, unknown), CostShare.Nothing, CostShare.Nothing) { Scenes = scenes.Count };
    }

    private static decimal? UpscalingOf(VideoModel model, Brief brief, double scene) => brief.Upscale is { } size && model.Upscales.Contains(size)
        ? model.PricePerSecond(size, upscaled: true) * (decimal)model.LengthFor(scene)
        : 0;

    private List<VideoModel> ModelsOf(Cast cast, Brief brief) =>
        [.. cast.Providers.Select(provider => models.Find(provider, brief.Model)).OfType<VideoModel>()];

    private static int PromptOf(VideoModel model) => model.PromptLimit ?? ScriptChecks.UsualPromptLimit;

    private string ProviderOf(string model) => models.All.FirstOrDefault(known => known.Id == model)?.Provider
        ?? throw Mistake.Input("models.unknown", "model", model, string.Join(", ", models.All.Select(known => known.Id))).AsException();

    /// <summary>Models that were shut down film nothing, whatever the script.</summary>
    private Cast Standing(Cast cast, Brief brief)
    {
        var ended = cast.Providers.ToDictionary(
            provider => provider, provider => models.Find(provider, brief.Model) is { } model ? ModelRules.Ended(model, Today) : null, StringComparer.Ordinal);
        return Without(cast, ended, static _ => { });
    }

    private static Cast Without(Cast cast, Dictionary<string, Mistake?> reasons, Action<string> tell)
    {
        var left = cast.Providers.Where(provider => reasons[provider] is null).ToList();
        if (left.Count == cast.Providers.Count)
            return cast;
        var sitting = cast.Lanes.Where(lane => reasons.GetValueOrDefault(lane.Provider) is not null)
            .Select(lane => $"{lane.Name} ({lane.Provider}): {Sentence.Of(reasons[lane.Provider]!)}")
            .ToList();
        if (left.Count == 0)
        {
            throw cast.Providers.Count == 1
                ? reasons[cast.Providers[0]]!.AsException()
                : Mistake.Input("models.nobody", reasons[cast.Providers[0]]!.Field ?? "model", string.Join(" ", sitting)).AsException();
        }

        foreach (var reason in sitting)
            tell(Sentence.Of("models.sits-out", reason));
        return cast with { Providers = left, Lanes = [.. cast.Lanes.Where(lane => left.Contains(lane.Provider))] };
    }
}
