using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Film;
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

    [Fact]
    public void A_file_is_written_whole_into_the_users_folder_and_removed_from_it()
    {
        Put("data", "styles/a.json", "built in");
        var library = Library();
        Assert.Null(library.Read("styles/a.json"));
        library.Write("styles/a.json", "mine");
        library.Write("styles/deep/b.json", "mine too");
        Assert.Equal(("mine", library.PlaceOf("styles/a.json")), (library.Read("styles/a.json"), library.PathOf("styles/a.json")));
        Assert.Equal("built in", File.ReadAllText(library.BuiltInPathOf("styles/a.json")!));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(_root, "home"), "*", SearchOption.AllDirectories).Count());
        library.Remove("styles/a.json");
        library.Remove("styles/a.json");
        Assert.Equal((null, library.BuiltInPathOf("styles/a.json")), (library.Read("styles/a.json"), library.PathOf("styles/a.json")));
    }

    [Theory]
    [InlineData("../secret.json")]
    [InlineData("styles/../../secret.json")]
    [InlineData("/secret.json")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("styles/\0.json")]
    public void Nothing_is_written_read_or_removed_outside(string name)
    {
        var secret = Put("", "secret.json", "secret");
        foreach (var deed in (Action<IOwnData>[])[own => own.Write(name, "x"), own => own.Remove(name), own => own.Read(name), own => own.PlaceOf(name)])
            Assert.Throws<ArgumentException>(() => deed(Library()));
        Assert.Equal("secret", File.ReadAllText(secret));
    }

    [Fact]
    public void Nothing_is_reached_through_a_link()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Links need rights of their own there.");
        var secret = Put("elsewhere", "secret.json", "secret");
        Directory.CreateDirectory(Path.Combine(_root, "home", "models"));
        File.CreateSymbolicLink(Path.Combine(_root, "home", "models", "a.json"), secret);
        File.CreateSymbolicLink(Path.Combine(_root, "home", "models", "gone.json"), Path.Combine(_root, "elsewhere", "new.json"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "home", "styles"), Path.Combine(_root, "elsewhere"));
        foreach (var name in (string[])["models/a.json", "models/gone.json", "styles/secret.json", "styles/new.json"])
        {
            foreach (var deed in (Action<IOwnData>[])[own => own.Write(name, "x"), own => own.Remove(name), own => own.Read(name)])
                Assert.Equal("data.linked", Assert.Throws<MistakeException>(() => deed(Library())).Mistake.Code);
        }

        Assert.Equal("secret", File.ReadAllText(secret));
        Assert.Equal([secret], Directory.EnumerateFiles(Path.Combine(_root, "elsewhere")));
    }

    [Fact]
    public void What_is_half_written_is_in_no_list()
    {
        var file = Put("home", "styles/a.json", "{}");
        File.WriteAllText(HalfFile.Beside(file), "{");
        Assert.Equal(["styles/a.json"], Library().Names("styles", ".json"));
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
