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

    private DataShelf Shelf(string name, string content, out string file)
    {
        file = Path.Combine(_home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return new(new FolderDataLibrary(ProductData.Folder, _home));
    }
}
