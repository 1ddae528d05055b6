using System.Globalization;
using Rushes.Engine.Shooting;

namespace Rushes.Storage.Home;

/// <summary>
/// Signs of life in a folder of the home: every process keeps a file locked for as long as it lives, and the system lets go of it however the process
/// ends. So another process knows at once, and for certain, that it may take over.
/// </summary>
public sealed class Presence : IPresence, IDisposable
{
    private const string Ending = ".here";

    /// <summary>Nobody is still about to lock a file of this age.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly FileStream _sign;

    /// <param name="folder">Absolute; made when missing.</param>
    public Presence(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _folder = Directory.CreateDirectory(folder).FullName;
        var when = time.GetUtcNow().ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
        Name = string.Create(CultureInfo.InvariantCulture, $"{when}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}");
        _sign = new(FileOf(Name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        ClearAway(time.GetUtcNow().UtcDateTime - Old);
    }

    public string Name { get; }

    public bool IsGone(string name)
    {
        if (name == Name)
            return false;
        try
        {
            // Whoever could lock it finds it abandoned, and clears it away.
            using var abandoned = new FileStream(FileOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _sign.Dispose();

    /// <summary>What killed processes left behind, and nobody asked about.</summary>
    private void ClearAway(DateTime before)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Ending).Where(file => File.GetLastWriteTimeUtc(file) < before))
            IsGone(Path.GetFileNameWithoutExtension(file));
    }

    private string FileOf(string name) => Path.Combine(_folder, Path.GetFileName(name) + Ending);
}
