using System.Text.Json;
using Rushes.Engine.Library;

namespace Rushes.Engine.Voices.Services;

/// <summary>The voices and models of a service that speaks, as they were when somebody looked (<c>data/voices</c>).</summary>
public sealed record ServiceVoices
{
    public required Names Label { get; init; }

    /// <summary>The wire's names of languages, such as <c>vi-VN</c>, by primary subtag.</summary>
    public IReadOnlyDictionary<string, string> Languages { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<SpeechModel> Models { get; init; }

    public required IReadOnlyList<Entry> Voices { get; init; }

    /// <summary>What this service makes of a speaking style, in the words of its wire, by the style's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Styles { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>();

    /// <summary>What the least and the most expressiveness are on this wire; what lies between is reckoned.</summary>
    public IReadOnlyDictionary<string, double>? Even { get; init; }

    public IReadOnlyDictionary<string, double>? Lively { get; init; }

    /// <summary>How the models of a server of the user's own are told that speak: one of these is in their names.</summary>
    public IReadOnlyList<string> SpeaksInName { get; init; } = [];

    /// <param name="Voice">The name after the colon.</param>
    /// <param name="Language">Primary subtag of the one language that it speaks; null: all that its models do.</param>
    /// <param name="Id">What the wire calls it; null: as its name.</param>
    /// <param name="Styles">The wire's own styles that this very voice has.</param>
    public sealed record Entry(string Voice, string Gender, string Age, Names Label, string? Language = null, string? Id = null, IReadOnlyList<string>? Styles = null)
    {
        public string WireName => Id ?? Voice;
    }

    /// <summary>What a style or an expressiveness comes to on this wire: a number of <see cref="Styles"/>, or one between the two ends.</summary>
    public double? Number(SpeakingManner manner, string name)
    {
        ArgumentNullException.ThrowIfNull(manner);
        if (manner.Style is { } style && Styles.GetValueOrDefault(style)?.TryGetValue(name, out var own) == true && own.ValueKind == JsonValueKind.Number)
            return own.GetDouble();
        return manner.Expressiveness is { } much && Even?.TryGetValue(name, out var even) == true && Lively?.TryGetValue(name, out var lively) == true
            ? Math.Round(even + ((lively - even) * Math.Clamp(much, 0, 1)), 3)
            : null;
    }

    /// <summary>A word of a style on this wire; null when it has none.</summary>
    public string? Word(SpeakingManner manner, string name)
    {
        ArgumentNullException.ThrowIfNull(manner);
        return manner.Style is { } style && Styles.GetValueOrDefault(style)?.TryGetValue(name, out var own) == true && own.ValueKind == JsonValueKind.String
            ? own.GetString()
            : null;
    }
}
