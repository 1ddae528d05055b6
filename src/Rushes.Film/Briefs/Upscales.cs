namespace Rushes.Film.Briefs;

/// <summary>What clips can be enlarged to.</summary>
public static class Upscales
{
    public static IReadOnlyList<string> All { get; } = ["1080p", "4k"];

    /// <returns>Pixels on the shorter side.</returns>
    public static int ShortSideOf(string target) => target switch
    {
        "1080p" => 1080,
        "4k" => 2160,
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "Unknown size."),
    };
}
