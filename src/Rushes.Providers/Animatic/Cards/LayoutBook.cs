using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>The layouts of the library by beat.</summary>
internal sealed class LayoutBook(IDataLibrary library)
{
    private const string Folder = "sales/layouts";

    /// <summary>For a beat that has no layout of its own.</summary>
    private const string Otherwise = "solution";

    public LayoutFile Of(string beat)
    {
        var name = $"{Folder}/{Plain(beat)}.json";
        return library.Read<LayoutFile>(library.Has(name) ? name : $"{Folder}/{Otherwise}.json");
    }

    private static string Plain(string beat) => string.Concat(beat.Trim().ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
