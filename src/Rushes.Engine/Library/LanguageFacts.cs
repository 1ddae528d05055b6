using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>What the writers and checks know of a spoken language.</summary>
public sealed record LanguageFacts : ISelfChecked
{
    public required Names Name { get; init; }

    /// <summary>What is counted to tell how long a line takes.</summary>
    public required SpeechUnit Unit { get; init; }

    /// <summary>Units a second in a relaxed voice.</summary>
    public required double Rate { get; init; }

    string? ISelfChecked.Fault => Rate > 0 ? null : Sentence.Of("data.fault-positive", "rate");
}
