namespace Rushes.Film.Briefs;

public enum Sound
{
    /// <summary>Keep the clips' own sound.</summary>
    Clip,

    /// <summary>Replace it with our voices; no beds and no simple music.</summary>
    Voices,

    /// <summary>Both, the clip's sound ducked under the voices.</summary>
    Mix,
}
