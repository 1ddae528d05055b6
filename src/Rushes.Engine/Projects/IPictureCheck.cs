using Rushes.Film;

namespace Rushes.Engine.Projects;

/// <summary>Looks at a user's picture before anything is made from it.</summary>
public interface IPictureCheck
{
    /// <summary>Most pixels on a side.</summary>
    const int LargestSide = 16_384;

    /// <exception cref="MistakeException">It is missing, not a jpeg, png or webp, broken, or too large.</exception>
    Task CheckAsync(string path, CancellationToken cancellation);
}
