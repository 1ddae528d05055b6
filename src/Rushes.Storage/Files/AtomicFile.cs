using System.Text;
using Rushes.Engine.Projects;

namespace Rushes.Storage.Files;

/// <summary>Writes a text so that it is on the disk, whole, before it has its name.</summary>
public static class AtomicFile
{
    public static void Write(string path, string content) => HalfFile.Make(path, half =>
    {
        using var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(content));
        file.Flush(flushToDisk: true);
    });
}
