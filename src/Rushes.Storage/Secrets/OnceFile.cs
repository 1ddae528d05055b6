using System.Runtime.InteropServices;
using Rushes.Engine.Projects;

namespace Rushes.Storage.Secrets;

/// <summary>A small file that is made once and never changed, whichever of several processes is first; only its owner may read it.</summary>
internal static partial class OnceFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <returns>Null when it was not made yet.</returns>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        // A copy out of a backup may have come back readable for everyone.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
            File.SetUnixFileMode(path, OwnerOnly);
        return File.ReadAllBytes(path);
    }

    /// <returns>What the file holds: <paramref name="content"/>, or what somebody else was faster to put there.</returns>
    public static byte[] Make(string path, byte[] content)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var part = HalfFile.Beside(path);
        try
        {
            Write(part, content);
            Name(part, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster; its content counts.
        }
        finally
        {
            File.Delete(part);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>
    /// Gives what was written its name, once. <see cref="File.Move(string, string)"/> looks whether the name is free and then renames, which of two at the same
    /// moment lets the second replace the first; a link to a name that is taken fails. Only a file system without links is left with the former.
    /// </summary>
    private static void Name(string part, string path)
    {
        if (OperatingSystem.IsWindows() || Link(part, path) != 0)
            File.Move(part, path, overwrite: false);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
