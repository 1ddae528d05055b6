using Rushes.Engine.Library;
using Rushes.Storage.Files;

namespace Rushes.Tests.Storage.Files;

public sealed class FolderDataLibraryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rushes-data-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_of_the_users_wins_and_is_listed_once()
    {
        Put("data", "styles/a.json", "{}");
        Put("data", "styles/b.json", "{}");
        var own = Put("home", "styles/b.json", "{}");
        Put("home", "styles/c.json", "{}");
        var library = Library();
        Assert.Equal(["styles/a.json", "styles/b.json", "styles/c.json"], library.Names("styles", ".json"));
        Assert.Equal(own, library.PathOf("styles/b.json"));
        Assert.NotEqual(own, library.BuiltInPathOf("styles/b.json"));
        Assert.Null(library.BuiltInPathOf("styles/c.json"));
    }

    [Fact]
    public void A_name_never_leads_out_of_the_folder()
    {
        Put("", "secret.json", "{}");
        Assert.False(Library().Has("../secret.json"));
        Assert.False(Library().Has(Path.Combine(_root, "secret.json")));
    }

    [Fact]
    public void A_broken_file_of_the_users_is_set_aside_with_its_line()
    {
        Put("data", "languages/vi.json", """{"name":{"en":"V","vi":"V"},"unit":"word","rate":4}""");
        var own = Put("home", "languages/vi.json", "{\n\"rate\": oops}");
        var shelf = new DataShelf(Library());
        Assert.Equal(4, shelf.Read<LanguageFacts>("languages/vi.json").Rate);
        var broken = Assert.Single(shelf.Broken);
        Assert.Equal((own, 2L), (broken.Path, broken.Line));
    }

    private FolderDataLibrary Library() => new(Path.Combine(_root, "data"), Path.Combine(_root, "home"));

    private string Put(string root, string name, string text)
    {
        var path = Path.Combine(_root, root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
