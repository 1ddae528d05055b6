using Rushes.Engine.Shooting;
using Rushes.Film.Takes;

namespace Rushes.Engine.Voices.Services;

/// <summary>What became of asking a service for a line.</summary>
public abstract record SpeechAnswer
{
    private SpeechAnswer()
    {
    }

    /// <summary>The sound is on disk.</summary>
    /// <param name="Input">Tokens of text that the service counted; null where it does not say.</param>
    /// <param name="Output">Tokens of speech.</param>
    public sealed record Spoken(double Seconds, long? Input = null, long? Output = null) : SpeechAnswer;

    /// <summary>The service said no; nothing was spoken.</summary>
    public sealed record Refused(Refusal Refusal) : SpeechAnswer;

    /// <summary>It left, and no whole sound came back: it may have been charged.</summary>
    public sealed record Lost(Trouble Trouble) : SpeechAnswer;
}
