using Rushes.Engine.Library;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Tests.Writing.LanguageModels;

public sealed class PromptBookTests
{
    private static readonly string[] Names = ["system", "whole", "outline", "acts", "act", "scenes", "rewrite", "mend", "mend-head", "story", "sales"];

    public static TheoryData<string, string> Prompts => new(from language in new[] { "en", "vi" } from name in Names select (language, name));

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Every_prompt_is_there_in_both_languages_and_names_only_what_is_filled_in(string language, string name)
    {
        var shelf = new DataShelf(new TwoFolders("", File.ReadAllText(Path.Combine(Library.ProductData.Folder, "prompts", language, name + ".md"))));
        Assert.NotEmpty(new PromptBook(shelf).Read(language, name));
        Assert.Empty(shelf.Broken);
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Both_languages_have_the_same_places_to_fill_in(string language, string name)
    {
        string[] Places(string tongue) =>
        [
            .. System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(Path.Combine(Library.ProductData.Folder, "prompts", tongue, name + ".md")), @"\{\{[a-z_]+\}\}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2))
                .Select(place => place.Value).Distinct().Order(),
        ];
        Assert.Equal(Places(language == "en" ? "vi" : "en"), Places(language));
    }

    [Fact]
    public void A_prompt_of_the_users_wins() =>
        Assert.Equal("mine: the plan", new PromptBook(new DataShelf(new TwoFolders("{{source}}{{plan}} built in", "mine: {{plan}}{{source}}")))
            .Fill("en", "whole", new Dictionary<string, string> { ["plan"] = "the plan", ["source"] = "" }));

    [Theory]
    [InlineData("mine:\n{{plan}} {{source}} {{nonsense}}", 2)]
    [InlineData("mine, without a plan: {{source}}", 1)]
    public void A_broken_prompt_of_the_users_is_named_with_its_line_and_gives_way(string own, int line)
    {
        var shelf = new DataShelf(new TwoFolders("built in {{source}}{{plan}}", own));
        Assert.StartsWith("built in", new PromptBook(shelf).Read("en", "whole"), StringComparison.Ordinal);
        Assert.Equal(line, Assert.Single(shelf.Broken).Line);
    }

    [Theory]
    [InlineData("system", "{{language}}{{framework}} {{plan}}")]
    [InlineData("translate", "{{target}} {{style}}")]
    [InlineData("story", "{{language}}")]
    [InlineData("acts", "{{source}}{{plan}}{{story}}")]
    public void A_prompt_that_asks_for_what_only_another_one_is_given_gives_way(string name, string own)
    {
        var shelf = new DataShelf(new TwoFolders("built in", own));
        Assert.Equal("built in", new PromptBook(shelf).Read("en", name));
        Assert.Contains("{{", Assert.Single(shelf.Broken).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_user_writes_is_never_filled_in() =>
        Assert.Equal("{{plan}}", new PromptBook(new DataShelf(new TwoFolders("", "{{source}}{{plan}}"))).Fill("en", "whole", new Dictionary<string, string> { ["source"] = "{{plan}}", ["plan"] = "" }));

    /// <summary>One built-in file and one of the user's, under whatever name.</summary>
    private sealed class TwoFolders : IDataLibrary, IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("rushes-prompts").FullName;

        public TwoFolders(string builtIn, string own)
        {
            File.WriteAllText(BuiltIn, builtIn);
            File.WriteAllText(Own, own);
        }

        private string BuiltIn => Path.Combine(_folder, "built-in.md");

        private string Own => Path.Combine(_folder, "own.md");

        public IReadOnlyList<string> Names(string folder, string ending) => [];

        public bool Has(string name) => true;

        public string PathOf(string name) => Own;

        public string? BuiltInPathOf(string name) => BuiltIn;

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
