using Rushes.Engine.Library;
using Rushes.Storage.Files;

namespace Rushes.Tests.Library;

/// <summary>The product's own data folder, found from where the tests run.</summary>
internal static class ProductData
{
    public static string Folder { get; } = Find();

    public static DataShelf Shelf { get; } = new(new FolderDataLibrary(Folder, null));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rushes.slnx")))
                return Path.Combine(folder.FullName, "data");
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
