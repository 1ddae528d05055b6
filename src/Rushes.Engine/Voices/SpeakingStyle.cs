using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Voices;

/// <summary>A speaking style as any engine may have it (<c>data/manners</c>); what one engine makes of it stands in its own file in <c>data/voices</c>.</summary>
public sealed record SpeakingStyle : ISelfChecked
{
    public required Names Name { get; init; }

    /// <summary>1 is the voice's natural pace.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Semitones above the voice's natural height.</summary>
    public double Pitch { get; init; }

    /// <summary>0 is even, 1 is lively.</summary>
    public double? Expressiveness { get; init; }

    /// <summary>How it sounds, as an engine is told that understands words.</summary>
    public required Names Words { get; init; }

    string? ISelfChecked.Fault => Rate > 0 ? null : Sentence.Of("data.fault-positive", "rate");
}
