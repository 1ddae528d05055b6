namespace Rushes.Engine.Voices;

/// <summary>How speaking a line ended.</summary>
public abstract record Utterance
{
    private Utterance()
    {
    }

    public sealed record Spoken(double Seconds) : Utterance;

    /// <summary>The engine could not; the line stays silent and captioned.</summary>
    public sealed record Silent(string Reason) : Utterance;
}
