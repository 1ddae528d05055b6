namespace Rushes.Providers.Ffmpeg;

/// <summary>Where the faces of captions and cards are: <c>fonts/</c> beside the program, put there by the build.</summary>
/// <param name="Path">Absolute folder of ttf files.</param>
public sealed record FontFolder(string Path)
{
    public static FontFolder BesideProgram { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "fonts"));
}
