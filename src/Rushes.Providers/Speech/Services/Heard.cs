using Rushes.Engine.Shooting;

namespace Rushes.Providers.Speech.Services;

/// <summary>What the body of a success holds.</summary>
internal abstract record Heard
{
    private Heard()
    {
    }

    /// <param name="Input">Arguments of ffmpeg that read the body from its standard input.</param>
    /// <param name="InputTokens">Tokens of text that the service counted; null where it does not say.</param>
    /// <param name="OutputTokens">Tokens of speech.</param>
    public sealed record Sound(IReadOnlyList<string> Input, byte[] Body, long? InputTokens = null, long? OutputTokens = null) : Heard;

    /// <summary>A success that says no.</summary>
    public sealed record Declined(Refusal Refusal) : Heard;

    /// <summary>No sound; it may have been charged all the same.</summary>
    public sealed record Nothing(string Reason) : Heard;
}
