namespace Rushes.Engine.Library;

/// <summary>For who reads a data file once and keeps what it says.</summary>
public static class DataFiles
{
    /// <summary>Reads one file as <see cref="DataShelf"/> does: a broken file of the user's gives way to the built-in one.</summary>
    public static T Read<T>(this IDataLibrary library, string name)
        where T : class => new DataShelf(library).Read<T>(name);
}
