using Rushes.Film;

namespace Rushes.Engine.Library;

/// <summary>
/// The user's own data files, which win over the built-in ones of the same name. Names are those of <see cref="IDataLibrary"/>; one that leads out of the folder
/// is a bug of the caller.
/// </summary>
public interface IOwnData
{
    /// <summary>The absolute path of the user's file of a name, whether it is there or not.</summary>
    string PlaceOf(string name);

    /// <returns>Null when the user has no file of this name.</returns>
    /// <exception cref="MistakeException">The file is reached by a link, or cannot be read.</exception>
    string? Read(string name);

    /// <summary>Puts a file in its place, whole or not at all.</summary>
    /// <exception cref="MistakeException">The place is reached by a link, or cannot be written to.</exception>
    void Write(string name, string text);

    /// <summary>Removes a file; one that is not there is removed already.</summary>
    /// <exception cref="MistakeException">The file is reached by a link, or cannot be removed.</exception>
    void Remove(string name);
}
