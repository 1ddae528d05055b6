using System.Text;

namespace Rushes.Providers.Ffmpeg;

/// <summary>Writes a value into a filter graph so that ffmpeg reads it back unchanged (ffmpeg-filters, "Notes on filtergraph escaping").</summary>
public static class FilterText
{
    public static string Escape(string value) => Escape(Escape(value, "\\':"), "\\'[],;");

    /// <summary>A path; Windows understands forward slashes, and they need no escaping.</summary>
    public static string Path(string path) => Escape(OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path);

    private static string Escape(string value, string special)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var character in value)
        {
            if (special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
