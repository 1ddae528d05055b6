namespace Rushes.Film.Cuts;

/// <summary>How one scene becomes the next.</summary>
public enum TransitionKind
{
    /// <summary>At once.</summary>
    Cut,

    /// <summary>Through black.</summary>
    Fade,

    /// <summary>One picture melts into the other.</summary>
    Dissolve,

    WipeLeft,
    WipeRight,
    WipeUp,
    WipeDown,
    SlideLeft,
    SlideRight,
    SlideUp,
    SlideDown,
}
