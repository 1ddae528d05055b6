namespace Rushes.Engine.Shooting;

/// <summary>Where clips live: the <c>takes</c> folder of a project. Nothing ends in <c>.mp4</c> there before it is whole and checked.</summary>
public interface ITakeFiles
{
    /// <summary>The final path of a take's clip, such as <c>takes/scene-01-take-1.mp4</c>.</summary>
    string ClipOf(string project, int scene, int take);

    /// <summary>Where a clip grows while it arrives; its folder exists afterwards.</summary>
    string PartOf(string project, int scene, int take);

    /// <summary>Where a larger clip grows that will take the place of the take's own; its folder exists afterwards.</summary>
    string LargePartOf(string project, int scene, int take);

    bool Exists(string file);

    long Length(string file);

    /// <summary>Throws away what arrived so far, so that the next download begins anew.</summary>
    void Discard(string part);

    /// <summary>Makes a checked part the clip: flushed to disk, then renamed in one step. A clip that is already there is never overwritten.</summary>
    void Keep(string part, string clip);

    /// <summary>Puts a checked part in the place of the clip: flushed to disk, then renamed in one step over it.</summary>
    void Replace(string part, string clip);

    /// <summary>Writes a take's notes beside its clip, in one step.</summary>
    Task WriteNotesAsync(string clip, TakeNotes notes, CancellationToken cancellation);

    /// <summary>The highest take number of a scene that the folder holds, 0 when there is none.</summary>
    int HighestTake(string project, int scene);
}
