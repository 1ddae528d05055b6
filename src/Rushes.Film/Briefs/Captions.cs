namespace Rushes.Film.Briefs;

public enum Captions
{
    /// <summary>Drawn into the picture.</summary>
    Burn,

    /// <summary>A subtitle track that the player shows or hides.</summary>
    Soft,

    None,
}
