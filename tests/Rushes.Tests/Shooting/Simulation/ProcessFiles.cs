using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>The disk as a process that may be killed sees it: it may die before a file gets its final name, and right after.</summary>
public sealed class ProcessFiles(MemoryFiles disk, Life life) : ITakeFiles
{
    public string ClipOf(string project, int scene, int take) => disk.ClipOf(project, scene, take);

    public string PartOf(string project, int scene, int take) => disk.PartOf(project, scene, take);

    public string LargePartOf(string project, int scene, int take) => disk.LargePartOf(project, scene, take);

    public bool Exists(string file) => disk.Exists(file);

    public long Length(string file) => disk.Length(file);

    public void Discard(string part)
    {
        Live();
        disk.Discard(part);
    }

    public void Keep(string part, string clip)
    {
        Live();
        disk.Keep(part, clip);
        Live();
    }

    public void Replace(string part, string clip)
    {
        Live();
        disk.Replace(part, clip);
        Live();
    }

    public Task WriteNotesAsync(string clip, TakeNotes notes, CancellationToken cancellation)
    {
        Live();
        return disk.WriteNotesAsync(clip, notes, cancellation);
    }

    public int HighestTake(string project, int scene) => disk.HighestTake(project, scene);

    private void Live()
    {
        if (life.IsOver || life.Step())
            throw new IOException("The process was killed.");
    }
}
