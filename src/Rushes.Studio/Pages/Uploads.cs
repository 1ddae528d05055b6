using Microsoft.AspNetCore.Http;
using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Studio.Pages;

/// <summary>Pictures that came over the web: checked by what they are, not by what they are called, and kept under our own names.</summary>
public sealed class Uploads(IPictureCheck pictures, StudioOptions options, TimeProvider time)
{
    public const int MostFiles = 200;

    /// <summary>Bytes of one picture.</summary>
    public const long Largest = 40 << 20;

    /// <summary>Bytes of a whole request.</summary>
    public const long LargestRequest = 400L << 20;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Removes what was kept for films that were never begun: films that were have their own copies.</summary>
    public void ForgetOld()
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var folder in new DirectoryInfo(Folder).EnumerateDirectories().Where(folder => time.GetUtcNow().UtcDateTime - folder.LastWriteTimeUtc > Kept))
            folder.Delete(recursive: true);
    }

    private string Folder => Path.Combine(options.Cache, "uploads");

    /// <summary>Keeps the files of a form's field in a folder of their own.</summary>
    /// <returns>Each file with the name that it had, in order.</returns>
    /// <exception cref="MistakeException">One is too large or no picture; nothing of the request is kept then.</exception>
    public async Task<IReadOnlyList<(string File, string Name)>> KeepAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var given = files.GetFiles(field).Where(file => file.Length > 0).ToList();
        if (given.Count > MostFiles)
            throw Mistake.Input("studio.too-many-files", field, given.Count, MostFiles).AsException();
        var folder = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        try
        {
            List<(string, string)> kept = [];
            foreach (var file in given)
            {
                var name = NameOf(file);
                await using var content = file.OpenReadStream();
                kept.Add((await KeepAsync(content, name, folder, kept.Count + 1, field, cancellation), name));
            }

            return kept;
        }
        catch
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Keeps one picture by itself, for a later request to name.</summary>
    /// <returns>What to call it.</returns>
    /// <exception cref="MistakeException">It is too large or no picture; nothing is kept then.</exception>
    public async Task<string> KeepAsync(Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var id = Guid.NewGuid().ToString("N");
        var folder = Path.Combine(Folder, id);
        try
        {
            await KeepAsync(content, "", folder, 1, "body", cancellation);
            return id;
        }
        catch
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>The file of a picture that was kept by itself.</summary>
    /// <exception cref="MistakeException">There is none of this name.</exception>
    public string Find(string upload, string field)
    {
        ArgumentNullException.ThrowIfNull(upload);

        // Only what is written like a name of ours comes near a path.
        var folder = Guid.TryParseExact(upload, "N", out var id) ? Path.Combine(Folder, id.ToString("N")) : null;
        return folder is not null && Directory.Exists(folder) && Directory.EnumerateFiles(folder).FirstOrDefault() is { } file
            ? file
            : throw Mistake.Input("api.no-upload", field, field).AsException();
    }

    private async Task<string> KeepAsync(Stream content, string name, string folder, int number, string field, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var plain = Path.Combine(folder, FormattableString.Invariant($"{number:000}"));
        await using (var to = File.Create(plain))
        {
            var buffer = new byte[1 << 16];
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                if (to.Length + read > Largest)
                    throw Mistake.Input("studio.file-too-large", field, name, Largest >> 20).AsException();
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        if (Kind(plain) is not { } ending)
            throw Mistake.Input("studio.no-picture", field, name).AsException();
        var path = plain + ending;
        File.Move(plain, path);
        await pictures.CheckAsync(path, cancellation);
        return path;
    }

    /// <summary>The ending that the content asks for; null when it is no picture that we film.</summary>
    private static string? Kind(string file)
    {
        Span<byte> head = stackalloc byte[12];
        using var stream = File.OpenRead(file);
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        if (head[0] == 0xff && head[1] == 0xd8 && head[2] == 0xff)
            return ".jpg";
        if (head[0] == 0x89 && head[1..4].SequenceEqual("PNG"u8))
            return ".png";
        return head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8) ? ".webp" : null;
    }

    /// <summary>For sentences only, never for a path.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = file.FileName.Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.Length <= 100 ? name : name[..99] + "…";
    }
}
