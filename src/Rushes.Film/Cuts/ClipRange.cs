namespace Rushes.Film.Cuts;

/// <summary>Frames of a scene's clip. Frames beyond the clip's end are its last frame, held.</summary>
/// <param name="From">The first frame, counted in the clip.</param>
public sealed record ClipRange(int Scene, int From, int Frames)
{
    public int End => From + Frames;
}
