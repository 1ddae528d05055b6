using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Tests.Library;

namespace Rushes.Tests.Accounts;

public sealed class AccountFileTests
{
    private static readonly AccountKinds Kinds = new(ProductData.Shelf);

    [Fact]
    public void The_shape_of_the_product_is_read_whole()
    {
        var entry = Assert.Single(Read(
            """
            [{"name":"Account A","provider":"fal","project_id":"p-1","tokens":["one","Bearer two"],"enabled":false,
              "base_url":"https://gate.example","quota_group":"team","limits":{"max_in_flight":7,"submit_interval_ms":0,"requests_per_minute":30,"poll_spacing_ms":400}}]
            """).Entries);
        Assert.Equal(("Account A", "fal", "p-1", false), (entry.Name, entry.Provider, entry.ProjectId, entry.Enabled));
        Assert.Equal(["one", "two"], entry.Tokens);
        Assert.Equal(("https://gate.example", "team", 7, 0), (entry.BaseUrl, entry.QuotaGroup, entry.MaxInFlight, entry.SubmitIntervalMs));
        Assert.Equal((30, 400), (entry.RequestsPerMinute, entry.PollSpacingMs));
    }

    [Fact]
    public void The_older_programs_whole_configuration_is_read_and_what_it_holds_besides_is_named()
    {
        var file = Read(
            """
            {"tokens":[],"google_api_keys":["AIza-1"],"download_root":"/tmp",
             "labs_accounts":[{"name":"A","project_id":"p1","tokens":["t"],"enabled":true},{"name":"B","project_id":"p2","tokens":[],"enabled":false}]}
            """);
        Assert.Equal([("google-flow", "A", true), ("google-flow", "B", false)], file.Entries.Select(entry => (entry.Provider, entry.Name, entry.Enabled!.Value)));
        Assert.Equal(["google_api_keys"], file.Ignored);
    }

    [Fact]
    public void Unknown_fields_are_named_and_left_aside() =>
        Assert.Equal(["[1].colour"], Read("""[{"name":"A","provider":"fal","colour":"red"}]""").Ignored);

    [Theory]
    [InlineData("""[{"name":"A"},{"name":"B","tokens":"t"}]""", "[2].tokens", "Entry 2 (B), tokens")]
    [InlineData("""[{"name":"A","tokens":["ok", 5]}]""", "[1].tokens", "Entry 1 (A), tokens")]
    [InlineData("""[{"name":"A","tokens":["ok", "two words"]}]""", "[1].tokens[2]", "Entry 1 (A), tokens[2]")]
    [InlineData("""[{"tokens":["t"]}]""", "[1].name", "Entry 1 (?), name")]
    [InlineData("""[{"name":"A","enabled":"yes"}]""", "[1].enabled", "true, false")]
    [InlineData("""[{"name":"A","limits":{"max_in_flight":0}}]""", "[1].limits.max_in_flight", "from 1 to 1000")]
    [InlineData("""[{"name":"A","limits":5}]""", "[1].limits", "{...}")]
    [InlineData("""[{"name":"A","provider":"sora"}]""", "[1].provider", "google-flow")]
    [InlineData("""[{"name":"A","base_url":"http://gate.example"}]""", "[1].base_url", "in the clear")]
    [InlineData("""[{"name":"A","base_url":"gate"}]""", "[1].base_url", "not an address")]
    [InlineData("""[{"name":"A","provider":"azure-speech"}]""", "[1].base_url", "missing")]
    [InlineData("""{"labs_accounts":[7]}""", "labs_accounts[1]", "Entry 1")]
    [InlineData("""{"labs_accounts":{}}""", "labs_accounts", "list of accounts")]
    [InlineData("""{"accounts":[]}""", "file", "list of accounts")]
    [InlineData("[{]", "file", "line 1")]
    public void What_is_malformed_is_named_by_entry_and_field(string text, string field, string words)
    {
        using var english = new InEnglish();
        var mistake = Assert.Throws<MistakeException>(() => Read(text)).Mistake;
        Assert.Equal(field, mistake.Field);
        Assert.Contains(words, Sentence.Of(mistake), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_about_a_token_never_shows_it() =>
        Assert.DoesNotContain("SECRET", Sentence.Of(Assert.Throws<MistakeException>(() => Read("""[{"name":"A","tokens":["SECRET word"]}]""")).Mistake), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:9100")]
    [InlineData("http://localhost:9100/")]
    [InlineData("https://gate.example/v1")]
    public void This_machine_and_https_may_be_named(string address) =>
        Assert.Equal(address, Read($$"""[{"name":"A","base_url":"{{address}}"}]""").Entries[0].BaseUrl);

    private static AccountFile Read(string text) => AccountFile.Read(text, "accounts.json", Kinds);
}
