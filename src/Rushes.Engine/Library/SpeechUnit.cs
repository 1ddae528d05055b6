namespace Rushes.Engine.Library;

public enum SpeechUnit
{
    /// <summary>Runs of letters and digits; in Vietnamese each is a syllable.</summary>
    Word,

    /// <summary>Letters of a script without spaces, such as Chinese or Thai.</summary>
    Letter,
}
