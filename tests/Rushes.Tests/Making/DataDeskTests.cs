using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Storage.Files;
using Rushes.Tests.Library;

namespace Rushes.Tests.Making;

/// <summary>Data files as a user edits them.</summary>
public sealed class DataDeskTests : IDisposable
{
    private const string Mine = """{"name":{"en":"Mine"},"positive":["clay"],"negative":["text"],"guidance":{"en":"Slowly."}}""";

    private readonly string _home = Directory.CreateTempSubdirectory("rushes-desk-").FullName;
    private readonly DataShelf _shelf;
    private readonly DataDesk _desk;

    public DataDeskTests()
    {
        var library = new FolderDataLibrary(ProductData.Folder, _home);
        _shelf = new(library);
        _desk = new(library, library, _shelf, []);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Every_built_in_file_is_listed_opens_and_could_be_saved_as_it_is()
    {
        var shelves = _desk.List();
        Assert.Equal(["templates", "styles", "domains", "models", "language-models", "languages", "manners", "prompts", "voices"], shelves.Select(shelf => shelf.Shelf));
        foreach (var shelf in shelves)
        {
            Assert.NotEmpty(shelf.Files);
            foreach (var file in shelf.Files.Where(file => (shelf.Shelf, file.Id) is not ("voices", "piper" or "espeak-ng" or "flite" or "instructions")))
            {
                Assert.Equal((false, true), (file.IsOwn, file.HasBuiltIn));
                var page = _desk.Read(shelf.Shelf, file.Id);
                Assert.Equal(page.Text, _desk.Save(shelf.Shelf, file.Id, page.Text).Text);
            }
        }

        Assert.Contains(shelves.Single(shelf => shelf.Shelf == "prompts").Files, file => file.Id == "en/whole");
    }

    [Fact]
    public void What_was_saved_counts_at_once_until_it_is_removed()
    {
        var catalogue = new Catalogue(_shelf);
        Assert.NotEqual("Mine", catalogue.Style("film-noir").Name.En);
        var page = _desk.Save("styles", "film-noir", Mine.Replace(",", ",\r\n", StringComparison.Ordinal));
        Assert.Equal((true, true, null), (page.IsOwn, page.HasBuiltIn, page.Broken));
        Assert.DoesNotContain('\r', File.ReadAllText(page.OwnPath));
        Assert.Equal("Mine", catalogue.Style("film-noir").Name.En);
        Assert.True(_desk.List().Single(shelf => shelf.Shelf == "styles").Files.Single(file => file.Id == "film-noir").IsOwn);

        var builtIn = _desk.Remove("styles", "film-noir");
        Assert.False(builtIn?.IsOwn);
        Assert.NotEqual("Mine", catalogue.Style("film-noir").Name.En);
        Assert.Equal("data.not-own", Refused(() => _desk.Remove("styles", "film-noir")).Code);
    }

    [Fact]
    public void A_copy_has_a_name_that_no_other_file_has()
    {
        Assert.Equal("data.taken", Refused(() => _desk.Add("styles", "film-noir", Mine)).Code);
        var page = _desk.Add("styles", "clay", Mine);
        Assert.Equal((true, false), (page.IsOwn, page.HasBuiltIn));
        Assert.Contains(new Catalogue(_shelf).Styles, style => style is ("clay", { Name.En: "Mine" }));
        Assert.Equal("data.taken", Refused(() => _desk.Add("styles", "clay", Mine)).Code);
        Assert.Null(_desk.Remove("styles", "clay"));
        Assert.Equal("data.missing", Refused(() => _desk.Read("styles", "clay")).Code);
        Assert.DoesNotContain(new Catalogue(_shelf).Styles, style => style.Id == "clay");

        // Films that were made in it still name it.
        Assert.Equal("brief.unknown-style", Refused(() => new Catalogue(_shelf).Style("clay")).Code);
        Assert.Equal("brief.unknown-template", Refused(() => new Catalogue(_shelf).Template("clay")).Code);
    }

    [Theory]
    [InlineData("styles", "clay", "{\n  \"name\": oops\n}", 2L)]
    [InlineData("styles", "clay", """{"name":{"en":"Mine"}}""", 1L)]
    [InlineData("styles", "film-noir", """{"name":{"en":"Mine"},"positive":[null],"negative":[],"guidance":{"en":"x"}}""", 1L)]
    [InlineData("templates", "three-act", """{"name":{"en":"M"},"about":{"en":"M"},"beats":[]}""", null)]
    [InlineData("domains", "mine", """{"name":{"en":"M"},"topics":[{"id":"t","name":{"en":"T"},"guidance":{"en":"G"},"template":"nobodys"}]}""", null)]
    [InlineData("languages", "en", """{"name":{"en":"E"},"unit":"word","rate":0}""", null)]
    [InlineData("languages", "en", """{"name":{"en":"E"},"unit":"sentence","rate":1}""", 1L)]
    [InlineData("manners", "calm", """{"name":{"en":"E"},"words":{"en":"E"},"rate":-1}""", null)]
    [InlineData("prompts", "en/whole", "Write.\n{{source}} {{plan}}\n{{nonsense}}", 3L)]
    [InlineData("prompts", "en/whole", "Write {{plan}}.", 1L)]
    [InlineData("prompts", "writing", """{"story_templates":["nobodys"],"sales_templates":["pas"],"usual":{"characters_a_token":3,"head":1,"scene":1,"outlined":1,"shown":1,"asked_again":0},"hooks":[{"en":"x"}]}""", null)]
    [InlineData("voices", "samples", """{"vi":"Chào"}""", null)]
    [InlineData("voices", "gemini", "[]", 1L)]
    public void A_text_that_could_not_be_read_is_refused_with_file_line_and_reason_and_nothing_changes(string shelf, string id, string text, long? line)
    {
        var before = Files();
        var mistake = Refused(() => _desk.Save(shelf, id, text));
        Assert.Equal((line is null ? "data.refused" : "data.refused-at", "text"), (mistake.Code, mistake.Field));
        Assert.StartsWith($"{shelf}/{id}.", (string)mistake.Details[0], StringComparison.Ordinal);
        Assert.NotEmpty((string)mistake.Details[^1]);
        if (line is not null)
            Assert.Equal(line, mistake.Details[1]);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_sentence_of_a_clips_prompt_has_only_the_places_that_are_filled_in()
    {
        var text = _desk.Read("prompts", "en").Text.Replace("\"place\": \"", "\"place\": \"{1} ", StringComparison.Ordinal);
        Assert.Contains("place", (string)Refused(() => _desk.Save("prompts", "en", text)).Details[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models", "animatic")]
    [InlineData("language-models", "claude-haiku-5-5")]
    public void Two_files_never_describe_the_same_model(string shelf, string id)
    {
        var text = _desk.Read(shelf, id).Text;
        var mistake = Refused(() => _desk.Add(shelf, "copy", text));
        Assert.Contains($"{shelf}/{id}.json", (string)mistake.Details[^1], StringComparison.Ordinal);
        Assert.True(_desk.Save(shelf, id, text).IsOwn);
        Assert.Equal("copy", _desk.Add(shelf, "copy", text.Replace("\"id\": \"", "\"id\": \"x-", StringComparison.Ordinal)).Id);
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("/etc/x")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\n")]
    [InlineData("A")]
    [InlineData("phim-đen")]
    [InlineData("")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-123456789-12345")]
    public void A_name_is_never_a_path(string id)
    {
        Assert.Equal("data.bad-id", Refused(() => _desk.Save("styles", id, Mine)).Code);
        Assert.Equal("data.missing", Refused(() => _desk.Read("styles", id)).Code);
        Assert.Equal("data.missing", Refused(() => _desk.Remove("styles", id)).Code);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("scenery")]
    [InlineData("..")]
    [InlineData("styles/..")]
    [InlineData("")]
    public void Other_folders_are_no_shelves(string shelf)
    {
        Assert.Equal("data.no-shelf", Refused(() => _desk.Save(shelf, "x", Mine)).Code);
        Assert.Equal("data.no-shelf", Refused(() => _desk.Read(shelf, "x")).Code);
    }

    [Theory]
    [InlineData("prompts", "en/mine")]
    [InlineData("voices", "mine")]
    public void Where_every_file_has_its_reader_none_is_added(string shelf, string id) => Assert.Equal("data.no-new", Refused(() => _desk.Save(shelf, id, "{}")).Code);

    [Fact]
    public void A_text_has_an_end()
    {
        var text = Mine.Replace("clay", new string('đ', DataDesk.Largest / 2), StringComparison.Ordinal);
        Assert.Equal("data.too-large", Refused(() => _desk.Save("styles", "clay", text)).Code);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_broken_file_of_the_users_opens_with_what_is_wrong()
    {
        var file = Path.Combine(_home, "styles", "film-noir.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "{\n\"name\": oops}");
        var page = _desk.Read("styles", "film-noir");
        Assert.Equal(("{\n\"name\": oops}", true, 2L), (page.Text, page.IsOwn, page.Broken?.Line));
        new Catalogue(_shelf).Style("film-noir");
        Assert.Single(_shelf.Broken);
        Assert.Null(_desk.Save("styles", "film-noir", Mine).Broken);
        Assert.Empty(_shelf.Broken);
    }

    private static Mistake Refused(Action deed) => Assert.Throws<MistakeException>(deed).Mistake;

    private List<string> Files() => [.. Directory.EnumerateFiles(_home, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
