namespace Rushes.Engine.Voices;

/// <summary>How speaking a line ended.</summary>
public abstract record Utterance
{
    private Utterance()
    {
    }

    /// <param name="Receipt">Null: nobody asks for money.</param>
    public sealed record Spoken(double Seconds, LineReceipt? Receipt = null) : Utterance;

    /// <summary>The engine could not; another voice stands in, or the line stays silent and captioned.</summary>
    /// <param name="Reason">A sentence for people, or what the engine said.</param>
    /// <param name="ForNow">The engine is of no use for the rest of the film either.</param>
    public sealed record Silent(string Reason, bool ForNow = false) : Utterance;
}
