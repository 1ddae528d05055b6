namespace Rushes.Engine.Voices;

/// <summary>How speaking ended.</summary>
public abstract record Speech
{
    private Speech()
    {
    }

    public sealed record Spoken(double Seconds) : Speech;

    /// <summary>The engine could not; the line stays silent and captioned.</summary>
    public sealed record Silent(string Reason) : Speech;
}
