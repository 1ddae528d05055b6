using Rushes.Engine.Shooting;

namespace Rushes.Bench.Lanes;

/// <summary>A disk that keeps nothing: what is measured is the engine.</summary>
internal sealed class NoFiles : ITakeFiles, IClipCheck, IEnlarger
{
    public const long Bytes = 1000;

    public string Method => "none";

    public string ClipOf(string project, int scene, int take) => FormattableString.Invariant($"{project}/{scene}-{take}.mp4");

    public string PartOf(string project, int scene, int take) => ClipOf(project, scene, take) + ".part";

    public string LargePartOf(string project, int scene, int take) => PartOf(project, scene, take);

    public bool Exists(string file) => false;

    public long Length(string file) => Bytes;

    public void Discard(string part)
    {
    }

    public void Keep(string part, string clip)
    {
    }

    public void Replace(string part, string clip)
    {
    }

    public Task WriteNotesAsync(string clip, TakeNotes notes, CancellationToken cancellation) => Task.CompletedTask;

    public int HighestTake(string project, int scene) => 0;

    public Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation) => Task.FromResult<ClipVerdict>(new ClipVerdict.Good());

    public Task<Enlargement> EnlargeAsync(string clip, string part, int shortSide, CancellationToken cancellation) =>
        Task.FromResult<Enlargement>(new Enlargement.NotNeeded());
}
