using Rushes.Engine.Shooting;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>A disk in memory that survives the processes that use it. Files hold a length and whether a clip check would like them.</summary>
public sealed class MemoryFiles : ITakeFiles, IClipCheck
{
    private readonly Dictionary<string, (long Bytes, bool Good)> _files = new(StringComparer.Ordinal);

    public Dictionary<string, TakeNotes> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing can get its final name.</summary>
    public bool IsFull { get; set; }

    public IEnumerable<string> Clips => _files.Keys.Where(file => file.EndsWith(".mp4", StringComparison.Ordinal));

    public bool IsWhole(string clip) => _files.TryGetValue(clip, out var file) && file.Good;

    public void Write(string file, long bytes, bool good = true) => _files[file] = (bytes, good);

    public string ClipOf(string project, int scene, int take) => $"{project}/takes/scene-{scene:00}-take-{take}.mp4";

    public string PartOf(string project, int scene, int take) => ClipOf(project, scene, take) + ".part";

    public string LargePartOf(string project, int scene, int take) => ClipOf(project, scene, take) + ".large.part";

    public bool Exists(string file) => _files.ContainsKey(file);

    public long Length(string file) => _files.GetValueOrDefault(file).Bytes;

    public void Discard(string part) => _files.Remove(part);

    public void Keep(string part, string clip)
    {
        if (IsFull)
            throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        if (_files.ContainsKey(clip))
            throw new IOException($"{clip} is there already.");
        _files.Remove(part, out var file);
        _files[clip] = file;
    }

    public void Replace(string part, string clip)
    {
        if (IsFull)
            throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        _files.Remove(part, out var file);
        _files[clip] = file;
    }

    public Task WriteNotesAsync(string clip, TakeNotes notes, CancellationToken cancellation)
    {
        Notes[clip] = notes;
        return Task.CompletedTask;
    }

    public int HighestTake(string project, int scene) => 0;

    public Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation) =>
        Task.FromResult<ClipVerdict>(IsWhole(file) ? new ClipVerdict.Good() : new ClipVerdict.Broken("The file is cut off."));
}
