namespace Rushes.Film.Cuts;

/// <summary>A scene's place in the film.</summary>
/// <param name="Scene">Its number in the script; 1 is the first.</param>
/// <param name="Start">The frame of the film at which it begins.</param>
/// <param name="Frames">Frames on screen.</param>
/// <param name="Joint">How many of them, at its start, still show the scene before; 0 after a cut.</param>
public sealed record TimelineScene(int Scene, int Start, int Frames, int Joint)
{
    /// <summary>The first frame of the film that is no longer this scene's.</summary>
    public int End => Start + Frames;
}
