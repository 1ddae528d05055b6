using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Shooting;

namespace Rushes.Storage.Takes;

/// <summary>The <c>takes</c> folder of a project on a local disk.</summary>
public sealed class TakesFolder : ITakeFiles
{
    private const string PartEnding = ".part";

    public string ClipOf(string project, int scene, int take) => Path.Combine(project, "takes", NameOf(scene, take) + ".mp4");

    public string PartOf(string project, int scene, int take)
    {
        var clip = ClipOf(project, scene, take);
        Directory.CreateDirectory(Path.GetDirectoryName(clip)!);
        return clip + PartEnding;
    }

    public string LargePartOf(string project, int scene, int take) => Path.ChangeExtension(PartOf(project, scene, take)[..^PartEnding.Length], ".large.mp4") + PartEnding;

    public bool Exists(string file) => File.Exists(file);

    public long Length(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    public void Discard(string part) => File.Delete(part);

    public void Keep(string part, string clip) => Name(part, clip, overwrite: false);

    public void Replace(string part, string clip) => Name(part, clip, overwrite: true);

    public async Task WriteNotesAsync(string clip, TakeNotes notes, CancellationToken cancellation)
    {
        var file = Path.ChangeExtension(clip, ".json");
        var growing = file + PartEnding;
        await using (var stream = new FileStream(growing, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, notes, NotesJson.Readable.TakeNotes, cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(growing, file, overwrite: true);
    }

    public int HighestTake(string project, int scene)
    {
        var folder = Path.Combine(project, "takes");
        if (!Directory.Exists(folder))
            return 0;
        var start = NameOf(scene, null);
        return Directory.EnumerateFiles(folder, start + "*")
            .Select(file => Path.GetFileName(file)[start.Length..])
            .Select(rest => int.TryParse(rest.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var take) ? take : 0)
            .DefaultIfEmpty()
            .Max();
    }

    private static void Name(string part, string clip, bool overwrite)
    {
        using (var whole = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            whole.Flush(flushToDisk: true);
        File.Move(part, clip, overwrite);
    }

    private static string NameOf(int scene, int? take) => string.Create(CultureInfo.InvariantCulture, $"scene-{scene:00}-take-{take}");
}

/// <summary>Notes as people read them: indented, and every letter itself.</summary>
[JsonSerializable(typeof(TakeNotes))]
internal sealed partial class NotesJson : JsonSerializerContext
{
    public static NotesJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
