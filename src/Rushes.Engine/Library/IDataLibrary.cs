namespace Rushes.Engine.Library;

/// <summary>
/// The data files that users may read, copy and override: the built-in <c>data/</c> folder with the home's <c>data/</c> laid over it, file by file.
/// Names are relative with forward slashes, such as <c>templates/three-act.json</c>.
/// </summary>
public interface IDataLibrary
{
    /// <summary>The names below a folder that end with <paramref name="ending"/>, in ordinal order; an overridden file appears once.</summary>
    IReadOnlyList<string> Names(string folder, string ending);

    bool Has(string name);

    /// <summary>The absolute path of the file that wins.</summary>
    /// <exception cref="FileNotFoundException">Neither folder has it.</exception>
    string PathOf(string name);

    /// <summary>The absolute path of the built-in file, used when an overriding one is broken; null when there is none.</summary>
    string? BuiltInPathOf(string name);
}
