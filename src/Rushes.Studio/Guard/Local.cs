namespace Rushes.Studio.Guard;

/// <summary>Where a page may send its reader: a path of this studio, never anywhere else.</summary>
internal static class Local
{
    /// <returns>The path itself, or the first page where it is none of ours.</returns>
    public static string Path(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
