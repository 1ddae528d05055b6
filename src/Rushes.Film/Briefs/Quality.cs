namespace Rushes.Film.Briefs;

public enum Quality
{
    /// <summary>540 pixels on the shorter side.</summary>
    Preview,

    /// <summary>1,080 pixels on the shorter side.</summary>
    Full,
}
