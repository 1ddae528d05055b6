using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Rushes.Engine.Projects;

/// <summary>
/// Files grow under another name beside their own and are renamed when they are whole: a reader finds the old one or the new one, never half of one. The growing
/// one's name says which process writes it, so that what a killed process left can be told from what another one is writing at this moment.
/// </summary>
public static partial class HalfFile
{
    /// <summary>Where a file may grow: in the same folder, with the same ending (programs guess the format by it), and never the same name twice.</summary>
    public static string Beside(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part{Path.GetExtension(path)}");

    /// <summary>Whether a path is that of a file which grows, or was left behind by a process that was killed.</summary>
    public static bool Is(string path) => Name().IsMatch(path);

    /// <summary>Makes a file anew.</summary>
    /// <param name="make">Writes to the path that it is given.</param>
    public static async Task MakeAsync(string path, Func<string, Task> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var half = Beside(path);
        try
        {
            await make(half);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <inheritdoc cref="MakeAsync"/>
    public static void Make(string path, Action<string> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var half = Beside(path);
        try
        {
            make(half);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Removes what processes that are no more left in a folder.</summary>
    /// <param name="before">
    /// What was written to since stays in any case: somebody on another machine, whose processes cannot be asked for here, may be writing it.
    /// </param>
    public static void Sweep(string folder, SearchOption depth, DateTimeOffset before)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.part*", depth))
        {
            var written = File.GetLastWriteTimeUtc(file);
            if (Name().Match(file) is { Success: true } name && written < before.UtcDateTime && !IsAlive(name.Groups["process"].ValueSpan, written))
                File.Delete(file);
        }
    }

    /// <summary>The number of a process is given again one day: one that began after the file was written did not write it.</summary>
    private static bool IsAlive(ReadOnlySpan<char> process, DateTime written)
    {
        try
        {
            using var writer = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return writer.StartTime.ToUniversalTime() <= written;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or OverflowException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // Somebody else's, of whom we may not ask.
        }
    }

    [GeneratedRegex(@"\.(?<process>\d{1,10})-[0-9a-f]{32}\.part(\.\w{1,16}){0,2}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
