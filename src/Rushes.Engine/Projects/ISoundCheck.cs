using Rushes.Film;

namespace Rushes.Engine.Projects;

/// <summary>Listens to a user's music before anything is made with it.</summary>
public interface ISoundCheck
{
    /// <exception cref="MistakeException">It is missing, or there is no sound in it that can be read.</exception>
    Task CheckAsync(string path, CancellationToken cancellation);
}
