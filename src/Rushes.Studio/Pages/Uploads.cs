using Microsoft.AspNetCore.Http;
using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Studio.Pages;

/// <summary>Pictures that came over the web: checked by what they are, not by what they are called, and kept under our own names.</summary>
public sealed class Uploads(IPictureCheck pictures, StudioOptions options)
{
    public const int MostFiles = 200;

    /// <summary>Bytes of one picture.</summary>
    public const long Largest = 40 << 20;

    /// <summary>Bytes of a whole request.</summary>
    public const long LargestRequest = 400L << 20;

    /// <summary>Keeps the files of a form's field in a folder of their own.</summary>
    /// <returns>Each file with the name that it had, in order.</returns>
    /// <exception cref="MistakeException">One is too large or no picture; nothing of the request is kept then.</exception>
    public async Task<IReadOnlyList<(string File, string Name)>> KeepAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var given = files.GetFiles(field).Where(file => file.Length > 0).ToList();
        if (given.Count > MostFiles)
            throw Mistake.Input("studio.too-many-files", field, given.Count, MostFiles).AsException();
        var folder = Path.Combine(options.Cache, "uploads", Guid.NewGuid().ToString("N"));
        try
        {
            List<(string, string)> kept = [];
            foreach (var file in given)
                kept.Add((await KeepAsync(file, folder, kept.Count + 1, field, cancellation), NameOf(file)));
            return kept;
        }
        catch
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private async Task<string> KeepAsync(IFormFile file, string folder, int number, string field, CancellationToken cancellation)
    {
        if (file.Length > Largest)
            throw Mistake.Input("studio.file-too-large", field, NameOf(file), Largest >> 20).AsException();
        Directory.CreateDirectory(folder);
        var plain = Path.Combine(folder, FormattableString.Invariant($"{number:000}"));
        await using (var to = File.Create(plain))
            await file.CopyToAsync(to, cancellation);
        if (Kind(plain) is not { } ending)
            throw Mistake.Input("studio.no-picture", field, NameOf(file)).AsException();
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
