using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Storage.Files;

namespace Rushes.Tests.Library;

/// <summary>Files of the user's that are JSON and yet of no use: named with what is wrong, in words that are not the program's own.</summary>
public sealed class DataShelfTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("rushes-shelf-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":[{"beat":"Setup","share":0,"intensity":[0,1],"turns":["hook"]}]}""", "Setup")]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":[{"beat":"Setup","share":1,"intensity":[0],"turns":["hook"]}]}""", "Setup")]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":[]}""", "beats is empty")]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":"none"}""", "beats has a value of the wrong kind")]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":null}""", "beats has a value of the wrong kind")]
    [InlineData("""{"about":{"en":"M"}}""", "what is missing: name, beats")]
    [InlineData("""{"name":{"en":"M"},""", "no valid JSON")]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":[null]}""", "beats has a value of the wrong kind")]
    [InlineData("null", "nothing in it")]
    [InlineData("", "no valid JSON")]
    public void A_template_that_cannot_be_told_gives_way_to_the_built_in_one(string content, string wrong)
    {
        var shelf = Shelf("templates/three-act.json", content, out var file);
        Assert.Equal("Three acts", new Catalogue(shelf).Template("three-act").Name.En);
        var broken = Assert.Single(shelf.Broken);
        Assert.Equal(file, broken.Path);
        Assert.Contains(wrong, broken.Reason, StringComparison.Ordinal);
        Assert.EndsWith(Sentence.Of("data.replaced"), broken.InWords, StringComparison.Ordinal);
        foreach (var word in (string[])["Rushes.", "LineNumber", "$", "System."])
            Assert.DoesNotContain(word, broken.Reason, StringComparison.Ordinal);
        Assert.Null(shelf.OwnPathOf("templates/three-act.json"));
    }

    [Fact]
    public void A_file_of_the_users_alone_is_left_out_when_it_is_broken_and_their_own_when_it_is_not()
    {
        var shelf = Shelf("domains/mine.json", """{"name":{"en":"Mine"},"topics":[]}""", out _);
        Assert.DoesNotContain(new Catalogue(shelf).Domains, domain => domain.Id == "mine");
        Assert.EndsWith(Sentence.Of("data.left-out"), Assert.Single(shelf.Broken).InWords, StringComparison.Ordinal);

        shelf = Shelf("domains/mine.json", """{"name":{"en":"Mine"},"topics":[{"id":"t","name":{"en":"T"},"guidance":{"en":"G"}}]}""", out var file);
        Assert.Contains(new Catalogue(shelf).Domains, domain => domain.Id == "mine");
        Assert.Equal((file, null), (shelf.OwnPathOf("domains/mine.json"), shelf.OwnPathOf("domains/education-hacks.json")));
    }

    [Fact]
    public void A_file_that_was_changed_is_read_anew_once_it_is_forgotten()
    {
        const string Name = "templates/three-act.json";
        var shelf = Shelf(Name, "{", out var file);
        Assert.Equal("Three acts", shelf.Read<Template>(Name).Name.En);
        File.WriteAllText(file, File.ReadAllText(Path.Combine(ProductData.Folder, Name)).Replace("Three acts", "Mine", StringComparison.Ordinal));
        Assert.Equal(("Three acts", 1), (shelf.Read<Template>(Name).Name.En, shelf.Broken.Count));
        shelf.Forget(Name);
        Assert.Empty(shelf.Broken);
        Assert.Equal(("Mine", file), (shelf.Read<Template>(Name).Name.En, shelf.OwnPathOf(Name)));
    }

    [Fact]
    public void What_was_read_while_its_file_was_changed_is_not_kept()
    {
        var library = new ChangingData(_home);
        var shelf = new DataShelf(library);
        library.WhileReading = () =>
        {
            library.WhileReading = null;
            library.Put("new");
            shelf.Forget("a.md");
        };
        library.Put("old");
        shelf.ReadText("a.md", _ => null);
        Assert.Equal("new", shelf.ReadText("a.md", _ => null));
    }

    [Theory]
    [InlineData("""{"name":{"en":"M"},"about":{"en":"M"},"beats":[]}""", "beats is empty", "beats đang trống")]
    [InlineData("{", "no valid JSON", "không phải JSON hợp lệ")]
    public void What_is_wrong_is_said_in_the_language_of_whoever_asks(string content, string english, string vietnamese)
    {
        var shelf = Shelf("templates/three-act.json", content, out _);
        new Catalogue(shelf).Template("three-act");
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var (language, words) in new[] { ("en", english), ("vi", vietnamese), ("en", english) })
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                Assert.Contains(words, Assert.Single(shelf.Broken).InWords, StringComparison.Ordinal);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_text_is_judged_as_its_file_would_be_and_nothing_is_kept_of_it()
    {
        Assert.Null(DataShelf.FaultOf<LanguageFacts>("""{"name":{"en":"Here"},"unit":"word","rate":2}"""));
        var fault = DataShelf.FaultOf<LanguageFacts>("{\n\"rate\": oops}");
        Assert.Equal(2L, fault?.Line);
        Assert.Contains("rate", DataShelf.FaultOf<LanguageFacts>("""{"name":{"en":"Here"},"unit":"word","rate":0}""")?.Reason, StringComparison.Ordinal);
    }

    private DataShelf Shelf(string name, string content, out string file)
    {
        file = Path.Combine(_home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return new(new FolderDataLibrary(ProductData.Folder, _home));
    }

    /// <summary>One file, at which somebody else writes while it is read.</summary>
    private sealed class ChangingData(string folder) : IDataLibrary
    {
        public Action? WhileReading { get; set; }

        private string File => Path.Combine(folder, "a.md");

        public void Put(string text) => System.IO.File.WriteAllText(File, text);

        public IReadOnlyList<string> Names(string folder, string ending) => ["a.md"];

        public bool Has(string name) => true;

        public string PathOf(string name)
        {
            // The reader has opened the old one when the new one takes its place.
            var old = Path.Combine(folder, "old.md");
            System.IO.File.Copy(File, old, overwrite: true);
            WhileReading?.Invoke();
            return System.IO.File.ReadAllText(old) == System.IO.File.ReadAllText(File) ? File : old;
        }

        public string? BuiltInPathOf(string name) => null;
    }
}
