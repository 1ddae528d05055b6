using System.Text.Json;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Library;

/// <summary>A model that films: what it can do and what it costs, as it was when somebody looked (<c>data/models</c>).</summary>
public sealed record VideoModel
{
    /// <summary>What <c>--model</c> names, unlike any other.</summary>
    public required string Id { get; init; }

    public required string Provider { get; init; }
    public required Names Name { get; init; }

    /// <summary>What the provider uses when the user names no model.</summary>
    public bool Default { get; init; }

    /// <summary>The clip lengths in seconds; empty means any from <see cref="Shortest"/> to <see cref="Longest"/>.</summary>
    public IReadOnlyList<double> Lengths { get; init; } = [];

    public double Shortest { get; init; }
    public double Longest { get; init; }

    /// <summary>Such as <c>9:16</c>. A film of another aspect is filmed in the nearest one and cropped in the cut.</summary>
    public required IReadOnlyList<string> Aspects { get; init; }

    /// <summary>Such as <c>720p</c>, in rising order; empty where the model has one size of its own.</summary>
    public IReadOnlyList<string> Resolutions { get; init; } = [];

    /// <summary>Films from words alone; otherwise a scene needs a picture to start from.</summary>
    public bool FromText { get; init; } = true;

    /// <summary>Takes a picture to start from.</summary>
    public bool FirstFrame { get; init; }

    public bool LastFrame { get; init; }

    /// <summary>A first frame and reference pictures may go along together.</summary>
    public bool FirstFrameWithReferences { get; init; }

    /// <summary>A scene can go on from the last frame of the one before; null: wherever the model takes a first frame.</summary>
    public bool? GoesOn { get; init; }

    public bool Chains => GoesOn ?? FirstFrame;

    /// <summary>Reference pictures that a request may carry.</summary>
    public int References { get; init; }

    /// <summary>Longest prompt in characters; null: unknown.</summary>
    public int? PromptLimit { get; init; }

    /// <summary>Languages that prompts are understood in; empty: any.</summary>
    public IReadOnlyList<string> PromptLanguages { get; init; } = [];

    /// <summary>The request has a field for what must not be seen.</summary>
    public bool NegativePrompt { get; init; }

    public bool TakesSeed { get; init; }

    /// <summary>Whether its clips bring sound of their own.</summary>
    public bool BringsSound { get; init; }

    /// <summary>What the provider itself can enlarge a clip to, such as <c>1080p</c>.</summary>
    public IReadOnlyList<string> Upscales { get; init; } = [];

    /// <summary>Empty: unknown.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; init; } = [];

    public required DateOnly CheckedOn { get; init; }
    public DateOnly? ShutsDown { get; init; }

    /// <summary>Whatever else the provider's own adapter must know, such as keys for each aspect or names of fields.</summary>
    public JsonElement? Wire { get; init; }

    /// <summary>The clips that it films.</summary>
    public ClipLengths Clips => Lengths.Count > 0 ? ClipLengths.Of(Lengths) : Longest > 0 ? ClipLengths.Between(Shortest > 0 ? Shortest : 1, Longest) : ClipLengths.Any;

    /// <summary>What filming a scene costs; null: unknown.</summary>
    /// <param name="scene">Seconds on screen.</param>
    /// <param name="size">The film's frame.</param>
    public Cost? CostOf(double scene, FrameSize size) =>
        PricePerSecond(this.ResolutionFor(size)) is { } price ? new((decimal)this.LengthFor(scene) * price, Prices[0].Currency) : null;

    /// <summary>The price of a second of clip; null: unknown.</summary>
    /// <param name="resolution">Null: whatever the model films by itself.</param>
    public decimal? PricePerSecond(string? resolution, bool upscaled = false) =>
        (Prices.FirstOrDefault(price => price.Resolution == resolution && price.Upscaling == upscaled)
            ?? Prices.FirstOrDefault(price => price.Resolution is null && price.Upscaling == upscaled))?.PerSecond;
}
