using Microsoft.AspNetCore.Http;
using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Studio.Guard;

namespace Rushes.Studio.Pages;

/// <summary>Pictures and music that came over the web: checked by what they are, not by what they are called, and kept under our own names.</summary>
public sealed class Uploads(IPictureCheck pictures, ISoundCheck sounds, StudioOptions options, TimeProvider time)
{
    public const int MostFiles = 200;

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

    /// <summary>Keeps the pictures of a form's field in a folder of their own.</summary>
    /// <returns>Each file with the name that it had, in order.</returns>
    /// <exception cref="MistakeException">One is too large or no picture; nothing of the request is kept then.</exception>
    public async Task<IReadOnlyList<(string File, string Name)>> KeepAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var given = files.GetFiles(field).Where(file => file.Length > 0).ToList();
        if (given.Count > MostFiles)
            throw Mistake.Input("studio.too-many-files", field, given.Count, MostFiles).AsException();
        var folder = Fresh();
        try
        {
            List<(string, string)> kept = [];
            foreach (var file in given)
            {
                var name = NameOf(file);
                await using var content = file.OpenReadStream();
                kept.Add((await KeepAsync(content, name, folder, kept.Count + 1, field, IsPicture, cancellation), name));
            }

            return kept;
        }
        catch
        {
            Forget(folder);
            throw;
        }
    }

    /// <summary>Keeps the music of a form's field.</summary>
    /// <returns>Null when none was given.</returns>
    /// <exception cref="MistakeException">It is too large or no music; nothing is kept then.</exception>
    public async Task<string?> KeepMusicAsync(IFormFileCollection files, string field, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.GetFiles(field).FirstOrDefault(file => file.Length > 0) is not { } music)
            return null;
        var folder = Fresh();
        try
        {
            await using var content = music.OpenReadStream();
            return await KeepAsync(content, NameOf(music), folder, 1, field, IsMusic, cancellation);
        }
        catch
        {
            Forget(folder);
            throw;
        }
    }

    /// <summary>Keeps one picture or piece of music by itself, for a later request to name.</summary>
    /// <returns>What to call it.</returns>
    /// <exception cref="MistakeException">It is too large or neither; nothing is kept then.</exception>
    public async Task<string> KeepAsync(Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var folder = Fresh();
        try
        {
            await KeepAsync(content, "", folder, 1, "body", static kind => kind is null ? "api.no-kind" : null, cancellation);
            return Path.GetFileName(folder);
        }
        catch
        {
            Forget(folder);
            throw;
        }
    }

    /// <summary>The file of a picture that was kept by itself.</summary>
    /// <exception cref="MistakeException">There is none of this name.</exception>
    public string Find(string upload, string field) => Find(upload, music: false) ?? throw Mistake.Input("api.no-upload", field, field).AsException();

    /// <summary>The file of a piece of music that was kept by itself.</summary>
    /// <exception cref="MistakeException">There is none of this name.</exception>
    public string FindMusic(string upload, string field) => Find(upload, music: true) ?? throw Mistake.Input("api.no-music", field, field).AsException();

    private string? Find(string upload, bool music)
    {
        ArgumentNullException.ThrowIfNull(upload);

        // Only what is written like a name of ours comes near a path.
        var folder = Guid.TryParseExact(upload, "N", out var id) ? Path.Combine(Folder, id.ToString("N")) : null;
        return folder is not null && Directory.Exists(folder) ? Directory.EnumerateFiles(folder).FirstOrDefault(file => UploadKind.Kept(file)?.IsMusic == music) : null;
    }

    /// <param name="refusal">The code of what is wrong with a file of a kind; null: it is welcome.</param>
    private async Task<string> KeepAsync(
        Stream content, string name, string folder, int number, string field, Func<UploadKind?, string?> refusal, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        var read = await content.ReadAtLeastAsync(buffer, UploadKind.Head, throwOnEndOfStream: false, cancellation);
        var kind = UploadKind.Of(buffer.AsSpan(0, read));
        if (refusal(kind) is { } code)
            throw Mistake.Input(code, field, name).AsException();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FormattableString.Invariant($"{number:000}{kind!.Ending}"));
        await using (var to = File.Create(path))
        {
            for (; read > 0; read = await content.ReadAsync(buffer, cancellation))
            {
                if (to.Length + read > kind.Largest)
                    throw (name.Length > 0 ? Mistake.Input("studio.file-too-large", field, name, kind.Largest >> 20) : ApiGuard.TooLarge(kind.Largest)).AsException();
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        await CheckAsync(path, kind, name.Length > 0 ? name : field, field, cancellation);
        return path;
    }

    /// <summary>In the words of who sent it: our own name of the file says nothing to them.</summary>
    private async Task CheckAsync(string path, UploadKind kind, string name, string field, CancellationToken cancellation)
    {
        try
        {
            await (kind.IsMusic ? sounds.CheckAsync(path, cancellation) : pictures.CheckAsync(path, cancellation));
        }
        catch (MistakeException wrong)
        {
            throw (wrong.Mistake with { Field = field, Details = [.. wrong.Mistake.Details.Select(detail => detail is string said && said == path ? name : detail)] }).AsException();
        }
    }

    private static string? IsPicture(UploadKind? kind) => kind is { IsMusic: false } ? null : "studio.no-picture";

    private static string? IsMusic(UploadKind? kind) => kind is { IsMusic: true } ? null : "studio.no-music";

    private string Fresh() => Path.Combine(Folder, Guid.NewGuid().ToString("N"));

    private static void Forget(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>For sentences only, never for a path.</summary>
    internal static string NameOf(IFormFile file)
    {
        var name = file.FileName.Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.Length <= 100 ? name : name[..99] + "…";
    }
}
