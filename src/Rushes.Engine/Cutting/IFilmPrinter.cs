using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting;

/// <summary>The seam to what writes the finished files.</summary>
public interface IFilmPrinter
{
    /// <summary>Writes the film beside its final name, checks it, and gives it its name.</summary>
    /// <returns>What is wrong with it, then nothing got its name; null when it is as it should be.</returns>
    Task<string?> PrintAsync(PrintOrder order, CancellationToken cancellation);

    /// <summary>Writes a picture as PNG with texts set over it.</summary>
    /// <param name="rgb">Rows of red, green and blue bytes.</param>
    /// <param name="texts">An Advanced SubStation document for libass.</param>
    Task PaintAsync(FrameSize size, byte[] rgb, string texts, string file, CancellationToken cancellation);
}
