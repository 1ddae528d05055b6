using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Storage.Files;

/// <summary>Kept answers as files of a cache folder. What cannot be read or written is as if it had never been kept.</summary>
/// <param name="folder">Absolute; made when missing.</param>
public sealed class AnswerFolder(string folder) : IAnswerShelf
{
    public async Task<string?> FindAsync(string digest, CancellationToken cancellation)
    {
        try
        {
            var file = FileOf(digest);
            return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public Task KeepAsync(string digest, string answer, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(FileOf(digest), answer);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // The next time it is asked and paid for again; the script is here.
        }

        return Task.CompletedTask;
    }

    private string FileOf(string digest) => Path.Combine(folder, Path.GetFileName(digest) + ".txt");
}
